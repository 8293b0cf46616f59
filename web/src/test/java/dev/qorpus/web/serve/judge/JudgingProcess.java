package dev.qorpus.web.serve.judge;

import java.nio.file.Path;

/** A second process that judges in the same folder. */
final class JudgingProcess {

    private JudgingProcess() {}

    /**
     * Judges.
     *
     * @param arguments the folder, and how many questions to judge
     */
    public static void main(String[] arguments) {
        Judgments judgments = new Judgments(Path.of(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            if (judgments.judge("there " + i, "a.md", JudgmentGrade.PARTLY, null).isEmpty()) {
                throw new IllegalStateException("any grade may be replaced");
            }
        }
    }
}
