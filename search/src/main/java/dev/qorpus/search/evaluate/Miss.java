package dev.qorpus.search.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.Hit;
import dev.qorpus.search.Results;

/**
 * Why the first hit is not a relevant one, read off the ranks and scores that put it there.
 *
 * @param reason the kind of failure
 * @param detail the same with its figures, in plain words
 * @param first id of the first hit, if there is any
 * @param expected id of the best relevant entry: the one that came highest, or else any
 * @param rank where it came; 0 if it was not listed
 */
public record Miss(Reason reason, String detail, @Nullable String first, String expected, int rank) {

    /** Kinds of failure. */
    public enum Reason {
        /** The relevant entry is not listed at all. */
        NOT_LISTED("not among the hits"),
        /** The first hit asks the very same. */
        SAME_QUESTION("another entry with the same question"),
        /** Hardly any difference in score. */
        NEAR_TIE("a near tie"),
        /** No word of the question is in the relevant entry. */
        NO_COMMON_WORD("no word in common"),
        /** Words alone would have been right. */
        MISLED_BY_MEANING("right by words, overruled by meaning"),
        /** Vectors alone would have been right. */
        MISLED_BY_WORDS("right by meaning, overruled by words"),
        /** Neither would have. */
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

    /** A lead of less than this share of the first score is a near tie. */
    private static final double NEAR = 0.05;

    /** The miss in a result whose first hit is not relevant. */
    static Miss of(Results results, Map<String, Integer> relevant) {
        List<Hit> hits = results.hits();
        Optional<Hit> expected = hits.stream().filter(hit -> relevant.containsKey(id(hit))).findFirst();
        if (expected.isEmpty() || hits.isEmpty()) {
            return new Miss(Reason.NOT_LISTED, "not among the first " + hits.size(),
                    hits.isEmpty() ? null : id(hits.getFirst()), relevant.keySet().stream().sorted().findFirst()
                            .orElse(""),
                    0);
        }
        Hit found = expected.get();
        Hit first = hits.getFirst();
        String detail = String.format(Locale.ROOT, "%s: %d by words, %d by meaning; the first hit is %d and %d; "
                + "scores %.3f and %.3f%s", ordinal(found.rank()), found.lexical().rank(), found.dense().rank(),
                first.lexical().rank(), first.dense().rank(), found.score(), first.score(), corrected(results));
        return new Miss(reason(found, first), detail, id(first), id(found), found.rank());
    }

    private static Reason reason(Hit found, Hit first) {
        if (normal(found).equals(normal(first))) {
            return Reason.SAME_QUESTION;
        }
        if (first.score() - found.score() < NEAR * first.score()) {
            return Reason.NEAR_TIE;
        }
        boolean byWords = found.lexical().score() > first.lexical().score();
        boolean byMeaning = found.dense().score() > first.dense().score();
        if (byWords) {
            return Reason.MISLED_BY_MEANING;
        }
        if (found.lexical().score() == 0) {
            return Reason.NO_COMMON_WORD;
        }
        return byMeaning ? Reason.MISLED_BY_WORDS : Reason.BOTH_PREFER_ANOTHER;
    }

    private static String corrected(Results results) {
        return results.corrections().isEmpty()
                ? ""
                : "; searched with " + results.corrections().size() + " corrected words";
    }

    private static String ordinal(int rank) {
        return "came " + rank;
    }

    private static String id(Hit hit) {
        return hit.entry().id().value();
    }

    private static String normal(Hit hit) {
        return hit.entry().question().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
