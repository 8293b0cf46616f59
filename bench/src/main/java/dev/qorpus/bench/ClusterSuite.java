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
import dev.qorpus.indexer.opensearch.client.VectorForm;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.opensearch.OpenSearchBackend;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;

/**
 * A cluster of growing size, with each form of vectors: a hybrid query beside one request with the same three searches.
 * Vectors are synthetic.
 */
record ClusterSuite(Rounds rounds, Models models, Optional<String> address, List<Integer> sizes) implements Suite {

    private static final int QUERIES = 100;

    @Override
    public List<Row> run() throws Exception {
        String cluster = address.orElseThrow(() -> new IllegalArgumentException(
                "suite 'cluster' writes to a cluster: name one with --cluster opensearch:http://HOST:9200/NAME"));
        List<Row> rows = new ArrayList<>();
        for (int size : sizes) {
            rows.addAll(of(cluster, new SyntheticCorpus(size)));
        }
        return rows;
    }

    /** An index with one form of vectors. */
    private record Formed(String of, ClusterAddress address, OpenSearchBackend backend, RawClusterSearch raw)
            implements
                AutoCloseable {

        static Formed open(String of, ClusterAddress address) throws ClusterException {
            return new Formed(of, address, OpenSearchBackend.open(address, ClusterAccess.OPEN),
                    new RawClusterSearch(address));
        }

        @Override
        public void close() {
            raw.close();
            backend.close();
        }
    }

    private List<Row> of(String cluster, SyntheticCorpus corpus) throws Exception {
        List<Row> rows = new ArrayList<>();
        List<Formed> all = new ArrayList<>();
        try {
            for (VectorForm form : VectorForm.values()) {
                String of = String.format("%,d entries on a cluster as %s: ", corpus.entries(), form.label());
                ClusterAddress address = address(cluster, form);
                long began = System.nanoTime();
                try (EntrySink sink = sink(address)) {
                    corpus.writeTo(sink);
                }
                rows.add(Row.info(of + "written", Rounds.millisSince(began) / 1e3, "s"));
                all.add(Formed.open(of, address));
            }
            rows.addAll(compared(all, corpus));
        } finally {
            all.forEach(Formed::close);
        }
        for (Formed formed : all) {
            long began = System.nanoTime();
            try (EntrySink sink = sink(formed.address())) {
                corpus.change(sink, corpus.entries() / 2, 1);
            }
            rows.add(Row.info(formed.of() + "one changed entry published", Rounds.millisSince(began) / 1e3, "s"));
        }
        return rows;
    }

    private List<Row> compared(List<Formed> all, SyntheticCorpus corpus) throws Exception {
        int[] asked = {0};
        Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
        for (Formed formed : all) {
            Search search = search(formed);
            contestants.put(formed.of() + "hybrid", () -> median(asked, number -> search.search(
                    Query.of(SyntheticCorpus.question(number), "hybrid"), search.manifest().spaces().getFirst(),
                    corpus.questionEmbedding(number % corpus.entries()))));
            contestants.put(formed.of() + "raw", () -> median(asked,
                    number -> formed.raw().ask(SyntheticCorpus.question(number),
                            corpus.questionVector(number % corpus.entries()))));
        }
        Map<String, Double> found = rounds.inTurn(contestants);
        List<Row> rows = new ArrayList<>();
        for (Formed formed : all) {
            String of = formed.of();
            rows.add(Row.info(of + "on disk", formed.backend().indexSize().total() / 1e6, "MB"));
            rows.add(Row.atMost(2, of + "hybrid, vector known, p50", found.getOrDefault(of + "hybrid", 0.0), "ms",
                    "its searches in one _msearch", found.getOrDefault(of + "raw", 0.0)));
            double recall = ScaleSuite.recall(search(formed), corpus);
            rows.add(new Row(of + "recall@10 of the vectors", recall, "", "", null, "≥ 0.95", recall >= 0.95));
        }
        return rows;
    }

    private Search search(Formed formed) {
        return new Search(formed.backend(), models, SearchSettings.DEFAULT);
    }

    /** An index of its own for each form, with the other settings of the address. */
    private static ClusterAddress address(String cluster, VectorForm form) {
        int settings = cluster.indexOf('?');
        String name = settings < 0 ? cluster : cluster.substring(0, settings);
        String others = settings < 0 ? "" : "&" + cluster.substring(settings + 1);
        return ClusterAddress.of(name + "-" + form.label() + "?vectors=" + form.label() + others);
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
