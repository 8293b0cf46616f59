package dev.qorpus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.search.Query;
import dev.qorpus.search.Search;
import dev.qorpus.search.SearchSettings;
import dev.qorpus.search.lucene.LuceneBackend;

/** Asking an index of 10,000 entries. */
record QuerySuite(Rounds rounds, Models models, Path home) implements Suite {

    private static final int ENTRIES = 10_000;
    private static final int QUERIES = 200;

    @Override
    public List<Row> run() throws Exception {
        Synthetic corpus = new Synthetic(ENTRIES);
        Path folder = home.resolve("queries");
        corpus.into(folder);
        Embedder embedder = models.embedder(Models.DEFAULT);
        List<String> questions = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            questions.add(Synthetic.question(i));
            vectors.add(corpus.asked(i * 37));
        }
        try (LuceneBackend backend = LuceneBackend.open(folder); PlainLucene plain = new PlainLucene(folder)) {
            Search search = new Search(backend, models, SearchSettings.DEFAULT);
            Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
            List<double[]> hybrid = new ArrayList<>();
            contestants.put("embedding", () -> median(times(i -> embedder.embedQuery(questions.get(i)))));
            contestants.put("hybrid", () -> {
                double[] times = times(i -> search.search(Query.of(questions.get(i), "hybrid")));
                hybrid.add(times);
                return median(times);
            });
            contestants.put("known", () -> median(
                    times(i -> search.search(Query.of(questions.get(i), "hybrid"), vectors.get(i)))));
            contestants.put("lexical", () -> median(
                    times(i -> search.search(Query.of(questions.get(i), "lexical")))));
            contestants.put("lucene", () -> median(times(i -> plain.search(questions.get(i), Query.DEFAULT_K))));
            Map<String, Double> found = rounds.inTurn(contestants);
            double p99 = Rounds.percentile(
                    hybrid.stream().skip(1).mapToDouble(times -> Rounds.percentile(times, 99)).toArray(), 50);
            return rows(found, p99);
        }
    }

    private static List<Row> rows(Map<String, Double> found, double p99) {
        double embedding = found.getOrDefault("embedding", 0.0);
        double hybrid = found.getOrDefault("hybrid", 0.0);
        return List.of(
                new Row("hybrid query over 10,000 entries, p50", hybrid, "ms", "embedding alone", embedding,
                        "≤ + 2 ms", hybrid <= embedding + 2),
                Row.atMost(3, "the same, p99", p99, "ms", "its p50", hybrid),
                Row.within(3, "hybrid query, vector known, p50", found.getOrDefault("known", 0.0), "ms"),
                Row.atMost(1.3, "lexical query, p50", found.getOrDefault("lexical", 0.0), "ms", "plain Lucene",
                        found.getOrDefault("lucene", 0.0)));
    }

    /** Asks the i-th question. */
    private interface Asking {
        Object ask(int i) throws Exception;
    }

    private static double[] times(Asking asking) throws Exception {
        double[] times = new double[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long began = System.nanoTime();
            asking.ask(i);
            times[i] = Rounds.millisSince(began);
        }
        return times;
    }

    private static double median(double[] times) {
        return Rounds.percentile(times, 50);
    }
}
