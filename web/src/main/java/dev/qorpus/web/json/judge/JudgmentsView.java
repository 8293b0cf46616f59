package dev.qorpus.web.json.judge;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.serve.judge.JudgmentGrade;
import dev.qorpus.web.serve.judge.Judgments;

/**
 * What was judged.
 *
 * @param judging whether the server was started with {@code --judge}
 * @param noting whether it was started with {@code --note-unanswered}
 * @param key that requests which change something have to send; null if they are refused
 * @param collection the name of the judged questions; null if nothing is judged here
 * @param questions how many questions have a judgment
 * @param grades of the entries that were judged for the question
 */
public record JudgmentsView(boolean judging, boolean noting, @Nullable String key, @Nullable String collection,
        int questions, Map<String, JudgmentGrade> grades) {

    /** The view of judgments, without the key. */
    public static JudgmentsView of(Judgments judgments, boolean noting, String question) {
        Judgments.Stand stand = judgments.of(question);
        return new JudgmentsView(true, noting, null, judgments.name(), stand.questions(), stand.grades());
    }

    /** The view of a server on which nothing is judged. */
    public static JudgmentsView none(boolean noting) {
        return new JudgmentsView(false, noting, null, null, 0, Map.of());
    }

    /** The same with the key. */
    public JudgmentsView withKey(String secret) {
        return new JudgmentsView(judging, noting, secret, collection, questions, grades);
    }
}
