package dev.qorpus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.UnitVectors;
import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;

/** Indexes of growing size on one machine: writing, asking, recall, change. Vectors are synthetic. */
record ScaleSuite(Models models, Path home, List<Integer> sizes, boolean hasVectors) implements Suite {

    private static final int ROUNDS = 5;
    private static final int QUERIES = 200;
    private static final int RECALLED = 20;
    private static final int K = 10;

    /**
     * What was measured at one size.
     *
     * @param size in entries
     * @param rows by figure
     */
    private record Measured(int size, Map<String, Row> rows) {

        void put(String figure, Row row) {
            rows.put(figure, row);
        }
    }

    @Override
    public List<Row> run() throws Exception {
        List<Measured> measured = new ArrayList<>();
        for (int size : sizes) {
            measured.add(of(size));
        }
        List<Row> rows = new ArrayList<>(measured.stream().flatMap(one -> one.rows().values().stream()).toList());
        if (measured.size() > 1) {
            rows.addAll(exponents(measured.getFirst(), measured.getLast()));
        }
        return rows;
    }

    /** The exponent of growth of each figure: 1 if it grows as the entries do. */
    private static List<Row> exponents(Measured least, Measured most) {
        List<Row> rows = new ArrayList<>();
        least.rows().forEach((figure, row) -> {
            Row last = most.rows().get(figure);
            if (last != null && row.ours() > 0 && last.ours() > 0) {
                rows.add(Row.info(
                        String.format("%s, exponent from %,d to %,d entries", figure, least.size(), most.size()),
                        Math.log(last.ours() / row.ours()) / Math.log((double) most.size() / least.size()), ""));
            }
        });
        return rows;
    }

    private Measured of(int size) throws Exception {
        SyntheticCorpus corpus = new SyntheticCorpus(size, hasVectors);
        Path folder = home.resolve("scale-" + size + (hasVectors ? "" : "-words"));
        String of = String.format("%,d entries: ", size);
        Measured measured = new Measured(size, new LinkedHashMap<>());
        if (!Files.isDirectory(folder)) {
            long began = System.nanoTime();
            corpus.writeTo(folder);
            measured.put("written", Row.info(of + "written", Rounds.millisSince(began) / 1e3, "s"));
        }
        measured.put("on disk", Row.info(of + "on disk", size(folder) / 1e6, "MB"));
        try (LuceneBackend backend = LuceneBackend.open(folder)) {
            Search search = new Search(backend, models, SearchSettings.DEFAULT);
            for (String mode : hasVectors ? List.of("lexical", "dense", "hybrid") : List.of("lexical")) {
                // The first round is for the compilers and the page cache.
                ask(search, corpus, mode, 0);
                List<double[]> times = IntStream.rangeClosed(1, ROUNDS)
                        .mapToObj(round -> ask(search, corpus, mode, round)).toList();
                measured.put(mode, mode.equals("hybrid")
                        ? Row.within(25, of + "hybrid, vector known, p50", median(times, 50), "ms")
                        : Row.info(of + mode + ", p50", median(times, 50), "ms"));
                measured.put(mode + " p99", Row.info(of + mode + ", p99", median(times, 99), "ms"));
            }
            if (hasVectors) {
                double recall = recall(search, corpus);
                measured.put("recall", new Row(of + "recall@10 of the vectors", recall, "", "", null, "≥ 0.95",
                        recall >= 0.95));
            }
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        measured.put("heap", Row.within(2048, of + "heap in use",
                (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0, "MB"));
        ChangedEntry changed = ChangedEntry.median(corpus, folder);
        measured.put("change", Row.within(1, of + "one changed entry visible", changed.visible(), "s"));
        measured.put("free", Row.info(of + "the same, until the writer is free", changed.free(), "s"));
        return measured;
    }

    /** Of all rounds' percentiles. */
    private static double median(List<double[]> rounds, double percentile) {
        return Rounds.percentile(
                rounds.stream().mapToDouble(times -> Rounds.percentile(times, percentile)).toArray(), 50);
    }

    private static double[] ask(Search search, SyntheticCorpus corpus, String mode, int round) {
        return IntStream.range(round * QUERIES, (round + 1) * QUERIES).mapToDouble(i -> {
            long began = System.nanoTime();
            search.search(Query.of(SyntheticCorpus.question(i), mode), search.manifest().spaces().getFirst(),
                    corpus.questionEmbedding(number(corpus, i)));
            return Rounds.millisSince(began);
        }).toArray();
    }

    private static int number(SyntheticCorpus corpus, int query) {
        return (int) (query * 7_919L % corpus.entries());
    }

    /** Mean share of the ten nearest entries that are found (recall@10). */
    static double recall(Search search, SyntheticCorpus corpus) {
        float[][] asked = IntStream.range(0, RECALLED).mapToObj(i -> corpus.questionVector(number(corpus, i)))
                .toArray(float[][]::new);
        List<Set<EntryId>> nearest = nearest(corpus, asked);
        double sum = 0;
        for (int i = 0; i < RECALLED; i++) {
            Set<EntryId> found = new HashSet<>(nearest.get(i));
            found.retainAll(search
                    .search(Query.of(SyntheticCorpus.question(i), "dense"), search.manifest().spaces().getFirst(),
                            Embedding.of(asked[i]))
                    .hits().stream()
                    .map(hit -> hit.entry().id()).toList());
            sum += (double) found.size() / K;
        }
        return sum / RECALLED;
    }

    /** All entries compared with each question. */
    private static List<Set<EntryId>> nearest(SyntheticCorpus corpus, float[][] asked) {
        float[][] scores = new float[asked.length][corpus.entries()];
        IntStream.range(0, corpus.entries()).parallel().forEach(number -> {
            EntryVectors vectors = corpus.vectors(number);
            for (int i = 0; i < asked.length; i++) {
                double question = UnitVectors.dot(asked[i], vectors.question());
                double passage = UnitVectors.dot(asked[i], vectors.passages()[0]);
                scores[i][number] = (float) ((Math.max(question, passage) + passage) / 2);
            }
        });
        return Stream.of(scores).map(ScaleSuite::best).toList();
    }

    private static Set<EntryId> best(float[] scores) {
        PriorityQueue<Integer> best = new PriorityQueue<>(Comparator.comparingDouble(number -> scores[number]));
        for (int number = 0; number < scores.length; number++) {
            best.add(number);
            if (best.size() > K) {
                best.remove();
            }
        }
        return best.stream().map(SyntheticCorpus::id).collect(Collectors.toSet());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
