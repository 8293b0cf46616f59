package dev.qorpus.web.json.judge;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.serve.judge.UnansweredQuestions;

/**
 * The questions that got no likely answer.
 *
 * @param noting whether the server was started with {@code --note-unanswered}
 * @param questions the most frequent first
 */
public record UnansweredView(boolean noting, List<Question> questions) {

    /** The view of a server that notes nothing. */
    public static final UnansweredView NONE = new UnansweredView(false, List.of());

    /**
     * A question.
     *
     * @param times how often it was asked
     * @param last when, in ISO 8601
     */
    public record Question(String q, int times, String last) {}

    /** The view of the questions; null if none are noted. */
    public static UnansweredView of(@Nullable UnansweredQuestions unanswered) {
        return unanswered == null
                ? NONE
                : new UnansweredView(true, unanswered.all().stream()
                        .map(noted -> new Question(noted.q(), noted.times(), noted.last())).toList());
    }
}
