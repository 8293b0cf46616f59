package dev.qorpus.indexer.corpus;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Something worth mending in a corpus.
 *
 * @param rule what kind of thing
 * @param file path below the corpus folder
 * @param line where, from 1
 * @param id the entry it is about, if it is about one
 * @param message what was found, in one sentence
 */
public record Finding(Rule rule, String file, int line, @Nullable EntryId id, String message) {

    /** The kinds of findings. */
    public enum Rule {
        /** A question that nobody has answered yet: indexed, found, and shown as unanswered. */
        QUESTION_WITHOUT_ANSWER,
        /** A line labelled as an answer, with no question before it. */
        ANSWER_WITHOUT_QUESTION,
        /** Front matter that cannot be read: none of its labels count. */
        MALFORMED_FRONT_MATTER,
        /** A label such as {@code **T:**} without a value, at a question that has an answer. */
        EMPTY_LABEL,
        /** A file in which no question was recognised. */
        FILE_WITHOUT_QUESTION,
        /** Two entries with one id; the first is kept. */
        DUPLICATE_ID,
        /** A line of JSONL that is not an object with {@code _id}, {@code title} and {@code text}. */
        MALFORMED_LINE,
        /** A file that cannot be read, is too large, or is not UTF-8: what was indexed of it is kept. */
        UNREADABLE_FILE;

        /** The name in reports: {@code question-without-answer}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line, as compilers write theirs. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message + " [" + rule.id() + "]";
    }
}
