package dev.qorpus.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;

/** Asking an index of 10,000 entries. */
record QuerySuite(Rounds rounds, Models models, Path home) implements Suite {

    private static final int ENTRIES = 10_000;
    private static final int QUERIES = 200;

    @Override
    public List<Row> run() throws Exception {
        SyntheticCorpus corpus = new SyntheticCorpus(ENTRIES);
        Path folder = home.resolve("queries");
        corpus.writeTo(folder);
        Embedder embedder = models.embedder(Models.DEFAULT);
        try (LuceneBackend backend = LuceneBackend.open(folder); PlainLucene plain = new PlainLucene(folder)) {
            Search search = new Search(backend, models, SearchSettings.DEFAULT);
            Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
            List<double[]> hybrid = new ArrayList<>();
            List<Embedding> tokens = IntStream.range(0, QUERIES).mapToObj(i -> corpus.questionEmbedding(i * 37))
                    .toList();
            List<Embedding> vectors = tokens.stream().map(both -> Embedding.of(both.vector())).toList();
            Asked embedded = new Asked(0);
            contestants.put("embedding", () -> median(embedded.times((i, text) -> embedder.embedQuery(text))));
            Asked fused = new Asked(0);
            contestants.put("hybrid", () -> {
                double[] times = fused.times((i, text) -> search.search(Query.of(text, "hybrid")));
                hybrid.add(times);
                return median(times);
            });
            Asked known = new Asked(1);
            contestants.put("known", () -> median(known.times(
                    (i, text) -> search.search(Query.of(text, "hybrid"), Models.DEFAULT, vectors.get(i)))));
            Asked late = new Asked(3);
            contestants.put("late", () -> median(late.times(
                    (i, text) -> search.search(Query.of(text, "hybrid"), Models.DEFAULT, tokens.get(i)))));
            Asked lexical = new Asked(2);
            contestants.put("lexical", () -> median(
                    lexical.times((i, text) -> search.search(Query.of(text, "lexical")))));
            Asked lucene = new Asked(2);
            contestants.put("lucene", () -> median(
                    lucene.times((i, text) -> plain.search(text, Query.DEFAULT_K))));
            Asked dense = new Asked(4);
            contestants.put("dense", () -> median(dense.times(
                    (i, text) -> search.search(Query.of(text, "dense"), Models.DEFAULT, vectors.get(i)))));
            Asked nearest = new Asked(4);
            contestants.put("lucene vectors", () -> median(nearest.times(
                    (i, text) -> plain.nearest(vectors.get(i).vector(), Query.DEFAULT_K))));
            Asked quoted = new Asked(0, SyntheticCorpus::phrase);
            contestants.put("phrase", () -> median(
                    quoted.times((i, text) -> search.search(Query.of('"' + text + '"', "lexical")))));
            Asked phrases = new Asked(0, SyntheticCorpus::phrase);
            contestants.put("lucene phrase", () -> median(
                    phrases.times((i, text) -> plain.phrase(text, Query.DEFAULT_K))));
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
                Row.within(3, "hybrid query without late interaction, vector known, p50",
                        found.getOrDefault("known", 0.0), "ms"),
                new Row("the same with late interaction", found.getOrDefault("late", 0.0), "ms", "without",
                        found.getOrDefault("known", 0.0), "≤ + 1 ms",
                        found.getOrDefault("late", 0.0) <= found.getOrDefault("known", 0.0) + 1),
                new Row("dense query, vector known, p50", found.getOrDefault("dense", 0.0), "ms",
                        "Lucene's own vector search", found.getOrDefault("lucene vectors", 0.0), "", true),
                Row.atMost(1.15, "lexical query, p50", found.getOrDefault("lexical", 0.0), "ms", "plain Lucene",
                        found.getOrDefault("lucene", 0.0)),
                Row.atMost(2, "phrase in quotes, lexical, p50", found.getOrDefault("phrase", 0.0), "ms",
                        "plain Lucene", found.getOrDefault("lucene phrase", 0.0)));
    }

    /** Asks one of a round's questions. */
    private interface Asking {
        Object ask(int i, String text) throws Exception;
    }

    /** Queries that never repeat, so that caches do not help. */
    private static final class Asked {
        private final IntFunction<String> questions;
        private int next;

        /** @param series another one has other questions */
        Asked(int series) {
            this(series * 1_000_000, SyntheticCorpus::question);
        }

        Asked(int first, IntFunction<String> questions) {
            this.next = first;
            this.questions = questions;
        }

        /** Asks the questions of a round. */
        double[] times(Asking asking) throws Exception {
            double[] times = new double[QUERIES];
            for (int i = 0; i < QUERIES; i++) {
                String text = questions.apply(next++);
                long began = System.nanoTime();
                asking.ask(i, text);
                times[i] = Rounds.millisSince(began);
            }
            return times;
        }
    }

    private static double median(double[] times) {
        return Rounds.percentile(times, 50);
    }
}
