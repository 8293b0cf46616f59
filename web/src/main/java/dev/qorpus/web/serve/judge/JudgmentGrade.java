package dev.qorpus.web.serve.judge;

/** How well an entry answers a question, as a person judged it. */
public enum JudgmentGrade {

    /** It answers the question. */
    ANSWERS("answers", 2),
    /** It answers a part of it. */
    PARTLY("partly", 1),
    /** It does not answer it. */
    NO("no", 0),
    /** It is not judged. */
    NONE("none", -1);

    private final String label;
    private final int score;

    JudgmentGrade(String label, int score) {
        this.label = label;
        this.score = score;
    }

    /** The score in a file. A grade that is not judged has no line there. */
    int score() {
        return score;
    }

    /** The grade of a score. Other collections may have scores that Qorpus does not write. */
    static JudgmentGrade of(int score) {
        return score >= ANSWERS.score ? ANSWERS : score == PARTLY.score ? PARTLY : NO;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return label;
    }
}
