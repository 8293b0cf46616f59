package dev.qorpus.search.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why the first hit is not a relevant one, read off the ranks and scores that put it there.
 *
 * @param reason the kind of failure
 * @param detail the same with its figures, in plain words
 * @param first id of the first hit, if there is any
 * @param expected id of the best relevant entry: the one that came highest, or else any
 * @param rank where it came; 0 if it was not listed
 * @param relevant all relevant entries, best first
 */
public record RankingFailure(Reason reason, String detail, @Nullable String first, String expected, int rank,
        List<Placed> relevant) {

    /**
     * Where a relevant entry came; 0 stands for "not listed".
     *
     * @param rank in the mode
     * @param lexical by words alone
     * @param dense by vectors alone
     */
    public record Placed(String id, int rank, int lexical, int dense) {}

    /** Kinds of failure. */
    public enum Reason {
        /** The index has none of the relevant entries. */
        NOT_INDEXED("not in the index"),
        /** No relevant entry is among those that either retriever proposed. */
        NOT_LISTED("beyond depth"),
        /** The first hit asks the same, or nearly. */
        SAME_QUESTION("another entry with nearly the same question"),
        /** Hardly any difference in score. */
        NEAR_TIE("a near tie"),
        /** No word of the question is in the relevant entry. */
        NO_COMMON_WORD("no word in common"),
        /** Words alone ranked, and another has more of them, or rarer ones. */
        FEWER_WORDS("another has more of the question's words"),
        /** Vectors alone ranked, and another is nearer. */
        FARTHER("another is nearer in meaning"),
        /** By words it stands before the first hit. */
        MISLED_BY_MEANING("right by words, overruled by meaning"),
        /** By meaning it stands before the first hit. */
        MISLED_BY_WORDS("right by meaning, overruled by words"),
        /** By neither. */
        BOTH_PREFER_ANOTHER("both words and meaning prefer another");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** In plain words. */
        public String label() {
            return label;
        }
    }
}
