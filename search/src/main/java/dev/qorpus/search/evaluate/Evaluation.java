package dev.qorpus.search.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param collection its name
 * @param queries how many questions were measured: those with a relevant entry
 * @param unanswerable how many questions have no relevant entry
 * @param modes figures by mode, in the order asked for
 */
public record Evaluation(String collection, int queries, int unanswerable, Map<String, ModeFigures> modes) {

    /**
     * The figures of one mode, each the mean over all measured questions.
     *
     * @param ndcg10 nDCG@10
     * @param mrr10 reciprocal rank of the first relevant entry among ten
     * @param hit1 share of questions whose first hit is relevant
     * @param hit5 share with a relevant entry among five
     * @param recall10 share of relevant entries among ten
     * @param recall100 share of relevant entries among a hundred
     * @param refused share of unanswerable questions that were called unanswered
     * @param wronglyRefused share of measured questions that were called unanswered
     * @param p50Millis median time of a search, embedding included
     * @param runs the ranked lists, for a run file
     */
    public record ModeFigures(double ndcg10, double mrr10, double hit1, double hit5, double recall10, double recall100,
            double refused, double wronglyRefused, double p50Millis, List<Run> runs) {}

    /** One question's ranked list. */
    public record Run(String query, List<String> ids, List<Double> scores) {}
}
