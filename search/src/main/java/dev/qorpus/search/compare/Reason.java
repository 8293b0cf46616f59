package dev.qorpus.search.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.qorpus.indexer.analysis.Span;
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

    /** A stem of up to so many letters has lost none that its word has. */
    private static final int SHORT = 3;

    String text() {
        List<String> words = words();
        boolean near = hit.dense().rank() <= k;
        if (words.isEmpty()) {
            return "No word in common with the question; " + (near ? "found by meaning" : "by meaning it is lower")
                    + meaning() + ".";
        }
        boolean first = hit.lexical().rank() <= k;
        String common = "words in common: " + String.join(", ", words) + place(hit.lexical());
        if (first && near) {
            return "Found by words and by meaning: " + common + "; meaning" + meaning() + ".";
        }
        if (first) {
            return "Found by words: " + common + "; by meaning it is lower" + meaning() + ".";
        }
        return (near ? "Found by meaning" : "Found by neither alone: by meaning it is lower") + meaning()
                + "; " + common + ", where others have more.";
    }

    /** Words of both, those that count most first. */
    private List<String> words() {
        Explanation explanation = hit.explanation();
        return explanation == null
                ? List.of()
                : explanation.terms().stream().sorted(Comparator.comparingDouble(TermScore::score).reversed())
                        .map(score -> written(score.term())).distinct().toList();
    }

    /** A term as the entry writes it. The index has stems, which are no words. */
    private String written(String term) {
        String stem = term.length() > SHORT ? term.substring(0, term.length() - 1) : term;
        Stream<String> words = Stream.concat(
                hit.questionHighlights().stream().map(span -> part(hit.entry().question(), span)),
                hit.highlights().stream().map(span -> part(hit.entry().answer().text(), span)));
        return words.map(word -> word.toLowerCase(Locale.ROOT)).filter(word -> word.startsWith(stem))
                .min(Comparator.comparingInt(String::length)).orElse(term);
    }

    private static String part(String text, Span span) {
        return text.substring(Math.min(span.start(), text.length()), Math.min(span.end(), text.length()));
    }

    private static String place(RankedScore score) {
        return " (#" + score.rank() + ")";
    }

    private String meaning() {
        return String.format(Locale.ROOT, " (%s #%d, cosine %.2f)", space, hit.dense().rank(), hit.dense().score());
    }
}
