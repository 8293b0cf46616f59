package dev.qorpus.search.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.RankedScore;

/**
 * Why an entry stands where it does, in plain language.
 *
 * @param hit as a mode lists it, with its explanation
 * @param space the vector space of that mode
 * @param k how long the lists are
 */
record Reason(Hit hit, String space, int k) {

    String text() {
        List<String> words = words();
        boolean near = hit.dense().rank() <= k;
        if (words.isEmpty()) {
            return "No word in common with the question; its meaning is " + (near ? "near" : "far") + meaning() + ".";
        }
        boolean first = hit.lexical().rank() <= k;
        String common = "words in common: " + String.join(", ", words) + place(hit.lexical());
        if (first && near) {
            return "Found by words and by meaning: " + common + "; the meaning is near" + meaning() + ".";
        }
        if (first) {
            return "Found by words: " + common + "; but its meaning is far" + meaning() + ".";
        }
        return (near ? "Found by meaning, which is near" : "Found by neither alone: the meaning is far") + meaning()
                + "; " + common + ", where others have more.";
    }

    /** Terms of both, those that count most first. */
    private List<String> words() {
        Explanation explanation = hit.explanation();
        return explanation == null
                ? List.of()
                : explanation.terms().stream().sorted(Comparator.comparingDouble(TermScore::score).reversed())
                        .map(TermScore::term).toList();
    }

    private static String place(RankedScore score) {
        return " (#" + score.rank() + ")";
    }

    private String meaning() {
        return String.format(Locale.ROOT, " (%s #%d, cosine %.2f)", space, hit.dense().rank(), hit.dense().score());
    }
}
