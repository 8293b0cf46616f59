package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.evaluate.RankingFailure.Placed;
import dev.qorpus.search.evaluate.RankingFailure.Reason;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.RetrieverKind;

/** Finds why a relevant entry did not come first, from the parts that add up to both scores. */
record FailureAnalyzer(Search search) {

    /** A lead of less than this, and of less than a twentieth of the first score, is a near tie. */
    private static final double NEAR = 0.01;
    private static final double NEAR_SHARE = 0.05;
    /** Questions whose vectors are this near ask the same, as for the finding of near duplicates. */
    private static final double SAME = 0.90;

    /**
     * The miss in a result whose first hit is not relevant.
     *
     * @param results with explanations
     * @param relevant grades by id
     */
    RankingFailure of(Results results, Map<String, Integer> relevant) {
        List<Hit> hits = results.hits();
        Optional<Hit> expected = hits.stream().filter(hit -> relevant.containsKey(id(hit))).findFirst();
        String first = hits.isEmpty() ? null : id(hits.getFirst());
        List<Placed> places = places(hits, relevant);
        if (expected.isEmpty() || first == null) {
            return notListed(results, places, first);
        }
        Hit found = expected.get();
        Hit before = hits.getFirst();
        return new RankingFailure(reason(found, before), detail(found, before, results), first, id(found), found.rank(),
                places);
    }

    private static List<Placed> places(List<Hit> hits, Map<String, Integer> relevant) {
        List<Placed> places = new ArrayList<>();
        for (Hit hit : hits) {
            if (relevant.containsKey(id(hit))) {
                places.add(new Placed(id(hit), hit.rank(), hit.lexical().rank(), hit.dense().rank()));
            }
        }
        List<String> listed = places.stream().map(Placed::id).toList();
        relevant.keySet().stream().filter(id -> !listed.contains(id)).sorted()
                .forEach(id -> places.add(new Placed(id, 0, 0, 0)));
        return places;
    }

    private RankingFailure notListed(Results results, List<Placed> places, @Nullable String first) {
        String expected = places.getFirst().id();
        boolean indexed = places.stream().anyMatch(place -> !place.id().isBlank()
                && search.entry(new EntryId(place.id())).isPresent());
        if (indexed && allWithWords(results)) {
            return new RankingFailure(Reason.NO_COMMON_WORD, "not among the " + results.total()
                    + " that have a word of the question" + corrected(results), first, expected, 0, places);
        }
        return indexed
                ? new RankingFailure(Reason.NOT_LISTED, "not among the " + results.hits().size() + " that were ranked"
                        + corrected(results), first, expected, 0, places)
                : new RankingFailure(Reason.NOT_INDEXED, "the index has no such entry", first, expected, 0, places);
    }

    /** Whether words alone ranked, and all that have one are listed. */
    private static boolean allWithWords(Results results) {
        List<Hit> hits = results.hits();
        return hits.isEmpty() || (!counts(hits.getFirst(), RetrieverKind.DENSE) && hits.size() >= results.total());
    }

    private Reason reason(Hit found, Hit first) {
        double lead = first.score() - found.score();
        if (sameQuestion(found, first)) {
            return Reason.SAME_QUESTION;
        }
        if (lead < NEAR && lead < NEAR_SHARE * first.score()) {
            return Reason.NEAR_TIE;
        }
        boolean wordsCount = counts(first, RetrieverKind.LEXICAL);
        boolean vectorsCount = counts(first, RetrieverKind.DENSE);
        // Not by what words add: in an opinion pool meaning has a say in that.
        boolean byWords = found.lexical().score() >= first.lexical().score();
        if (wordsCount && !byWords && found.lexical().score() == 0) {
            return Reason.NO_COMMON_WORD;
        }
        if (!(wordsCount && vectorsCount)) {
            return wordsCount ? Reason.FEWER_WORDS : Reason.FARTHER;
        }
        if (byWords) {
            return Reason.MISLED_BY_MEANING;
        }
        return found.dense().score() >= first.dense().score() ? Reason.MISLED_BY_WORDS : Reason.BOTH_PREFER_ANOTHER;
    }

    private boolean sameQuestion(Hit found, Hit first) {
        if (normal(found).equals(normal(first))) {
            return true;
        }
        Optional<EntryVectors> one = search.vectors(found.entry().id());
        Optional<EntryVectors> other = search.vectors(first.entry().id());
        return one.isPresent() && other.isPresent()
                && cosine(one.get().question(), other.get().question()) >= SAME;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static String detail(Hit found, Hit first, Results results) {
        String detail = String.format(Locale.ROOT,
                "came %d: %d by words, %d by meaning; the first hit is %d and %d; it leads by %.3f, %+.3f of it by words and "
                        + "%+.3f by meaning",
                found.rank(), found.lexical().rank(), found.dense().rank(), first.lexical().rank(),
                first.dense().rank(), first.score() - found.score(), lead(found, first, RetrieverKind.LEXICAL),
                lead(found, first, RetrieverKind.DENSE));
        List<String> terms = terms(first);
        terms.removeAll(terms(found));
        return detail + (terms.isEmpty() ? "" : "; has besides: " + String.join(", ", terms)) + corrected(results);
    }

    private static List<String> terms(Hit hit) {
        Explanation explanation = hit.explanation();
        List<TermScore> terms = explanation == null ? List.of() : explanation.terms();
        return new ArrayList<>(terms.stream().filter(term -> term.score() > 0).map(TermScore::term).toList());
    }

    private static String corrected(Results results) {
        return results.corrections().isEmpty()
                ? ""
                : "; searched for " + String.join(", ", results.corrections().stream()
                        .map(correction -> correction.to() + " instead of " + correction.from()).toList());
    }

    private static double lead(Hit found, Hit first, RetrieverKind retriever) {
        return part(first, retriever).map(ScorePart::contribution).orElse(0.0)
                - part(found, retriever).map(ScorePart::contribution).orElse(0.0);
    }

    private static boolean counts(Hit hit, RetrieverKind retriever) {
        return part(hit, retriever).map(part -> part.weight() > 0).orElse(false);
    }

    private static Optional<ScorePart> part(Hit hit, RetrieverKind retriever) {
        Explanation explanation = hit.explanation();
        return explanation == null
                ? Optional.empty()
                : explanation.parts().stream().filter(part -> part.name() == retriever).findFirst();
    }

    private static String id(Hit hit) {
        return hit.entry().id().value();
    }

    private static String normal(Hit hit) {
        return hit.entry().question().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
