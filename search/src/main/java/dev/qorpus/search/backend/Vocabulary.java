package dev.qorpus.search.backend;

import java.util.List;

/** The words of an index, for correcting the spelling of questions. Thread-safe. */
public interface Vocabulary {

    /** Announces a text whose words will be looked up, so that a remote engine can fetch them in one request. */
    default void prefetch(String text) {}

    /**
     * Whether the index has every term of a text, in whatever form. Words that the analysis leaves out, such as
     * "the", count as there.
     */
    boolean has(String text);

    /** Whether some entry has all terms of a text side by side, in this order. */
    boolean hasPhrase(String text);

    /**
     * Words near to one, in no order. Those that are hardly meant may be left out, since they are many: words that are more than
     * one letter longer or shorter, and words that begin with another letter, unless they have the same letters.
     *
     * @param word in lower case, not empty
     * @param edits how many letters at most are inserted, deleted, replaced, or changed places with the next: 1 or 2
     */
    List<SimilarWord> similar(String word, int edits);

    /**
     * A word of the index near to another.
     *
     * @param word as entries have it, in lower case
     * @param edits how many
     * @param frequency how many entries have it
     */
    record SimilarWord(String word, int edits, int frequency) {}
}
