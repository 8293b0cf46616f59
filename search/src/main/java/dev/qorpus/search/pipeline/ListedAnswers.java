package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.GroupCounts;
import dev.qorpus.search.result.HitGroup;
import dev.qorpus.search.retrieve.WordMatch;

/**
 * The hits of one question in groups, and the part of them that is listed.
 *
 * @param query which part is wanted
 * @param ranked the candidates
 * @param words what the first one lacks of the question's words
 * @param hits all of them, best first, each with its entries
 * @param shares of the first hits in the probability mass, each from 0 to 1
 * @param share the same of any hit
 * @param confidence that the first hit is right
 * @param likely how many hits are likely right, the first ones
 * @param related how many hits are likely or related, the first ones
 */
record ListedAnswers(Query query, RankedAnswers ranked, WordMatch words, List<List<EntryId>> hits,
        List<Double> shares, ToDoubleFunction<List<EntryId>> share, double confidence, int likely, int related) {

    /**
     * A hit that is listed.
     *
     * @param entries its entry, and then those with the same answer
     */
    record Listed(List<EntryId> entries, double share, HitGroup group) {}

    /** Finds where the groups end. */
    static ListedAnswers of(QueryContext context, RankedAnswers ranked, Confidence calibration, WordMatch words) {
        Query query = context.query();
        CandidateFusion fusion = new CandidateFusion(ranked.retrieved());
        List<List<EntryId>> hits = ranked.hits(query);
        ToDoubleFunction<List<EntryId>> share = same -> calibration.share(ranked.retrieved(), fusion.of(same));
        double confidence = calibration.of(ranked.retrieved(), fusion.of(ranked.first()), words,
                context.question().corrections());
        List<Double> shares = new ArrayList<>();
        int likely = 0;
        int related = 0;
        for (List<EntryId> hit : hits) {
            double own = share.applyAsDouble(hit);
            shares.add(own);
            if (own < RankingConstants.RELATED_SHARE) {
                break;
            }
            // A group that was left is not entered again, and nothing is likely where nothing answers.
            if (likely == related && own >= RankingConstants.LIKELY_SHARE && confidence >= RankingConstants.ANSWERED) {
                likely++;
            }
            related++;
        }
        return new ListedAnswers(query, ranked, words, hits, shares, share, confidence, likely, related);
    }

    /** Whether the first hit is likely right. */
    boolean isConfident() {
        return confidence >= RankingConstants.ANSWERED && !hits.isEmpty();
    }

    /** How many hits the cut leaves. */
    private int left() {
        return switch (query.listing().cut()) {
            case LIKELY -> likely;
            case RELATED -> related;
            case ALL -> hits.size();
        };
    }

    /** The hits of the page that is asked for. */
    List<Listed> page() {
        int start = Math.min(query.listing().offset(), left());
        return IntStream.range(start, Math.min(query.end(), left()))
                .mapToObj(place -> new Listed(hits.get(place), shareAt(place), group(place))).toList();
    }

    private double shareAt(int place) {
        return place < shares.size() ? shares.get(place) : share.applyAsDouble(hits.get(place));
    }

    private HitGroup group(int place) {
        return place < likely ? HitGroup.LIKELY : place < related ? HitGroup.RELATED : HitGroup.REST;
    }

    /** The entries of all hits that the cut leaves. */
    List<EntryId> entries() {
        return hits.stream().limit(left()).flatMap(List::stream).toList();
    }

    /** How many entries the cut leaves; without one, all that there is evidence for. */
    int total() {
        return switch (query.listing().cut()) {
            case LIKELY, RELATED -> entries().size();
            case ALL -> ranked.retrieved().total();
        };
    }

    /** How many hits are in each group. */
    GroupCounts counts() {
        int others = Math.max(0, ranked.retrieved().total() - ranked.ids().size());
        return new GroupCounts(likely, related - likely, hits.size() - related + others);
    }
}
