package dev.qorpus.bench.confidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.qorpus.bench.Row;
import dev.qorpus.bench.Suite;
import dev.qorpus.bench.confidence.JudgedHits.Kept;
import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.SearchSettings;

/**
 * Fits the shares at which the groups of hits end again. Each collection has the same weight. The figures of each
 * collection are those of a fit on the others.
 *
 * @param models where embedders come from
 * @param folder where indexes are made
 * @param collections judged ones, with their own entries or about the corpus
 * @param corpus of those that have none
 */
public record CutSuite(Models models, Path folder, List<Path> collections, Path corpus) implements Suite {

    private static final List<String> MODES = List.of(Mode.HYBRID, Mode.LEXICAL, Mode.DENSE);
    /** The share of likely hits that are to be relevant, in hybrid mode. */
    private static final double LIKELY_PRECISION = 0.8;
    /** The share of relevant entries that are to be likely or related, in hybrid mode. */
    private static final double RELATED_RECALL = 0.85;
    private static final double STEP = 0.005;
    private static final int STEPS = 100;

    /** Where the groups end. */
    private record Ends(double likely, double related) {}

    @Override
    public List<Row> run() throws Exception {
        Map<String, Map<String, JudgedHits>> all = new LinkedHashMap<>();
        for (Path collection : collections) {
            JudgedCollection judged = JudgedCollection.read(collection);
            all.put(judged.name(), hits(collection, judged));
        }
        Ends fit = fit(all.values().stream().map(modes -> hits(modes, Mode.HYBRID)).toList());
        List<Row> rows = new ArrayList<>(List.of(
                new Row("cut: likely from", fit.likely, "", "now", RankingConstants.LIKELY_SHARE, "", true),
                new Row("cut: related from", fit.related, "", "now", RankingConstants.RELATED_SHARE, "", true)));
        all.forEach((name, modes) -> {
            Ends others = all.size() == 1
                    ? fit
                    : fit(all.entrySet().stream().filter(other -> !other.getKey().equals(name))
                            .map(other -> hits(other.getValue(), Mode.HYBRID)).toList());
            rows.add(Row.info(name + ": likely from, fitted on the others", others.likely, ""));
            rows.add(Row.info(name + ": related from, fitted on the others", others.related, ""));
            MODES.forEach(mode -> rows.addAll(figures(name + ", " + mode, hits(modes, mode), others)));
        });
        return rows;
    }

    private static List<Row> figures(String name, JudgedHits hits, Ends ends) {
        Kept likely = hits.above(ends.likely);
        Kept related = hits.above(Math.min(ends.likely, ends.related));
        return List.of(Row.info(name + ": relevant, of the likely", likely.precision(), ""),
                Row.info(name + ": likely, of the relevant", likely.recall(), ""),
                Row.info(name + ": likely or related, of the relevant", related.recall(), ""),
                Row.info(name + ": likely, of a question", likely.perQuestion(), ""),
                Row.info(name + ": likely or related, of a question", related.perQuestion(), ""));
    }

    private static Ends fit(List<JudgedHits> all) {
        double likely = shares().filter(share -> mean(all, hits -> hits.above(share).precision()) >= LIKELY_PRECISION)
                .min().orElse(1);
        double related = shares().filter(share -> mean(all, hits -> hits.above(share).recall()) >= RELATED_RECALL)
                .max().orElse(0);
        return new Ends(likely, related);
    }

    private static DoubleStream shares() {
        return IntStream.rangeClosed(1, STEPS).mapToDouble(step -> step * STEP);
    }

    private static double mean(List<JudgedHits> all, ToDoubleFunction<JudgedHits> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    private static JudgedHits hits(Map<String, JudgedHits> modes, String mode) {
        return modes.getOrDefault(mode, new JudgedHits(List.of(), 0));
    }

    private Map<String, JudgedHits> hits(Path collection, JudgedCollection judged) {
        Path own = collection.resolve("corpus.jsonl");
        Path index = folder.resolve("cut").resolve(judged.name());
        try (LuceneSink sink = LuceneSink.open(index)) {
            new Indexer(models, Progress.NONE).index(Corpus.of(List.of(Files.exists(own) ? own : corpus)), sink,
                    List.of(), false);
        }
        Map<String, JudgedHits> modes = new LinkedHashMap<>();
        try (LuceneBackend backend = LuceneBackend.open(index)) {
            Search search = new Search(backend, models, SearchSettings.DEFAULT);
            MODES.forEach(mode -> modes.put(mode, JudgedHits.of(judged, search, mode)));
        }
        return modes;
    }
}
