package dev.qorpus.search.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

/**
 * What one mode made of one question.
 *
 * @param query the question
 * @param ids of the hits, best first
 * @param scores of the hits, in the same order
 * @param measures of the list; {@code null} for a question that nothing here answers
 * @param confidence that the first hit was given
 * @param confident whether something here was said to answer
 * @param millis time of the search, embedding included
 * @param miss why the first hit is not relevant; {@code null} if it is, if nothing is, or if nothing could be asked
 */
public record Outcome(JudgedQuery query, List<String> ids, List<Double> scores, @Nullable Measures measures,
        double confidence, boolean confident, double millis, @Nullable RankingFailure miss) {

    /** Whether there is a relevant entry. */
    public boolean answerable() {
        return measures != null;
    }

    /** Whether the first hit is relevant. */
    public boolean right() {
        return measures != null && measures.hit1() > 0;
    }

    /** The rank of the first relevant entry; 0 if none is listed. */
    public int rank() {
        return right() ? 1 : miss == null ? 0 : miss.rank();
    }

    /** nDCG@10; 0 for a question that nothing answers. */
    double ndcg10() {
        return measures == null ? 0 : measures.ndcg10();
    }
}
