package dev.qorpus.search.query;

import org.jspecify.annotations.Nullable;

/**
 * A part of a question that demands something of entries, or excludes some.
 *
 * @param start in the question, in UTF-16 code units
 * @param end behind its last one
 * @param excludes whether entries that have it are left out
 * @param kind what it is about
 * @param text the word, the phrase, or the value
 * @param field the filter field and the comparison with the value; nothing for words
 */
public record Operator(int start, int end, boolean excludes, Kind kind, String text, @Nullable FieldCondition field) {

    /** What an operator is about. */
    public enum Kind {
        /** A word in any of its forms. */
        WORD,
        /** Words as they are written, side by side. */
        PHRASE,
        /** The value of a filter field. */
        FIELD
    }

    /** As people write it, for instance {@code -car} or {@code tag:draft}. */
    public String label() {
        String sign = excludes ? "-" : "";
        return switch (kind) {
            case WORD -> (excludes ? "-" : "+") + text;
            case PHRASE -> sign + '"' + text + '"';
            case FIELD -> sign + field;
        };
    }
}
