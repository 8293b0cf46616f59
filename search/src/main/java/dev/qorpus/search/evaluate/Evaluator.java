package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.Hit;
import dev.qorpus.search.Query;
import dev.qorpus.search.Results;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.Evaluation.ModeFigures;
import dev.qorpus.search.evaluate.Evaluation.Run;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

/** Asks every question of a collection in every mode. */
public record Evaluator(Search search) {

    /** recall@100 needs so many. */
    private static final int DEPTH = 100;

    /** Evaluates the modes in turn. */
    public Evaluation run(JudgedCollection collection, List<String> modes) {
        Map<String, ModeFigures> figures = new LinkedHashMap<>();
        for (String mode : modes) {
            figures.put(mode, figures(collection, mode));
        }
        int measured = collection.answerable().size();
        return new Evaluation(collection.name(), measured, collection.queries().size() - measured, figures);
    }

    private ModeFigures figures(JudgedCollection collection, String mode) {
        double[] sums = new double[7];
        List<Double> millis = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        int unanswerable = 0;
        int refused = 0;
        for (JudgedQuery query : collection.queries()) {
            Map<String, Integer> relevant = collection.relevant(query.id());
            Results results = search.search(new Query(query.text(), mode, DEPTH, Map.of(), false));
            List<String> ids = results.hits().stream().map(hit -> hit.entry().id().value()).toList();
            boolean confident = results.confident();
            if (relevant.isEmpty()) {
                unanswerable++;
                refused += confident ? 0 : 1;
                continue;
            }
            double[] measures = {Metrics.ndcg(ids, relevant, 10), Metrics.reciprocalRank(ids, relevant, 10),
                    Metrics.hit(ids, relevant, 1), Metrics.hit(ids, relevant, 5), Metrics.recall(ids, relevant, 10),
                    Metrics.recall(ids, relevant, 100), confident ? 0 : 1};
            Arrays.setAll(sums, i -> sums[i] + measures[i]);
            millis.add(results.tookMillis());
            runs.add(new Run(query.id(), ids, results.hits().stream().map(Hit::score).toList()));
        }
        int measured = runs.size();
        double[] means = Arrays.stream(sums).map(sum -> sum / measured).toArray();
        return new ModeFigures(means[0], means[1], means[2], means[3], means[4], means[5],
                unanswerable == 0 ? 0 : (double) refused / unanswerable, means[6], median(millis), runs);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
