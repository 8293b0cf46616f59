package dev.qorpus.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.opensearch.OpenSearchBackend;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;

/** A cluster of growing size: a hybrid query beside one request with the same three searches. Vectors are synthetic. */
record ClusterSuite(Rounds rounds, Models models, Optional<String> address, List<Integer> sizes) implements Suite {

    private static final int QUERIES = 100;

    @Override
    public List<Row> run() throws Exception {
        ClusterAddress cluster = ClusterAddress.of(address.orElseThrow(() -> new IllegalArgumentException(
                "suite 'cluster' writes to a cluster: name one with --cluster opensearch:http://HOST:9200/NAME")));
        List<Row> rows = new ArrayList<>();
        for (int size : sizes) {
            rows.addAll(of(cluster, new SyntheticCorpus(size)));
        }
        return rows;
    }

    private List<Row> of(ClusterAddress cluster, SyntheticCorpus corpus) throws Exception {
        String of = String.format("%,d entries on a cluster: ", corpus.entries());
        List<Row> rows = new ArrayList<>();
        long began = System.nanoTime();
        try (EntrySink sink = sink(cluster)) {
            corpus.writeTo(sink);
        }
        rows.add(Row.info(of + "written", Rounds.millisSince(began) / 1e3, "s"));
        try (OpenSearchBackend backend = OpenSearchBackend.open(cluster, ClusterAccess.OPEN);
                RawClusterSearch raw = new RawClusterSearch(cluster)) {
            rows.add(Row.info(of + "on disk", backend.indexSize().total() / 1e6, "MB"));
            Search search = new Search(backend, models, SearchSettings.DEFAULT);
            int[] asked = {0};
            Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
            contestants.put("hybrid", () -> median(asked, number -> search.search(
                    Query.of(SyntheticCorpus.question(number), "hybrid"), search.manifest().spaces().getFirst(),
                    corpus.questionEmbedding(number % corpus.entries()))));
            contestants.put("raw", () -> median(asked,
                    number -> raw.ask(SyntheticCorpus.question(number),
                            corpus.questionVector(number % corpus.entries()))));
            Map<String, Double> found = rounds.inTurn(contestants);
            rows.add(Row.atMost(2, of + "hybrid, vector known, p50", found.getOrDefault("hybrid", 0.0), "ms",
                    "its searches in one _msearch", found.getOrDefault("raw", 0.0)));
            double recall = ScaleSuite.recall(search, corpus);
            rows.add(new Row(of + "recall@10 of the vectors", recall, "", "", null, "≥ 0.95", recall >= 0.95));
        }
        began = System.nanoTime();
        try (EntrySink sink = sink(cluster)) {
            corpus.change(sink, corpus.entries() / 2, 1);
        }
        rows.add(Row.info(of + "one changed entry published", Rounds.millisSince(began) / 1e3, "s"));
        return rows;
    }

    private static EntrySink sink(ClusterAddress cluster) {
        return OpenSearchSink.open(cluster, ClusterAccess.OPEN, false);
    }

    private interface Asking {
        void ask(int number) throws ClusterException;
    }

    /** The median time, in milliseconds, of queries that were never run before. */
    private static double median(int[] asked, Asking asking) throws ClusterException {
        double[] times = new double[QUERIES];
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            asking.ask(asked[0]++);
            times[i] = Rounds.millisSince(began);
        }
        return Rounds.percentile(times, 50);
    }
}
