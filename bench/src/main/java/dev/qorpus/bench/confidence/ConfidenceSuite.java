package dev.qorpus.bench.confidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.qorpus.bench.Row;
import dev.qorpus.bench.Suite;
import dev.qorpus.bench.confidence.LogisticFit.Example;
import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.evaluate.Reliability;
import dev.qorpus.search.evaluate.Reliability.Prediction;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.result.Results;

/**
 * Fits the function of confidence again: a logistic function of the log-odds of the first hit's share and of its cosine.
 * Each collection has the same weight, and in a fifth of the questions the right entries are withheld. The calibration
 * error of each collection is that of a fit on the others.
 *
 * @param models where embedders come from
 * @param folder where indexes are made
 * @param collections judged ones, with their own entries or about the corpus
 * @param corpus of those that have none
 */
public record ConfidenceSuite(Models models, Path folder, List<Path> collections, Path corpus) implements Suite {

    /** Questions of a collection: more of one kind tell little. */
    private static final int MOST_QUESTIONS = 1_000;
    private static final int WITHHELD_EVERY = 5;
    private static final int SIGNS = 3;

    /** The first hits of one collection's questions, in hybrid and in lexical mode. */
    private record Examples(String collection, List<Example> hybrid, List<Example> lexical) {}

    @Override
    public List<Row> run() throws Exception {
        List<Examples> all = new ArrayList<>();
        for (Path collection : collections) {
            all.add(examples(collection));
        }
        double[] fit = LogisticFit.of(all.stream().map(Examples::hybrid).toList(), SIGNS);
        List<Row> rows = new ArrayList<>(List.of(
                fitted("intercept", fit[0], RankingConstants.CONFIDENCE_INTERCEPT),
                fitted("log-odds", fit[1], RankingConstants.CONFIDENCE_LOG_ODDS),
                fitted("cosine", fit[2], RankingConstants.CONFIDENCE_COSINE),
                fitted("unknown cosine", unknownCosine(all, fit), RankingConstants.UNKNOWN_COSINE)));
        for (Examples one : all) {
            rows.add(Row.info(one.collection + ": questions", one.hybrid.size(), ""));
            rows.add(error(one, "now", new double[]{RankingConstants.CONFIDENCE_INTERCEPT,
                    RankingConstants.CONFIDENCE_LOG_ODDS, RankingConstants.CONFIDENCE_COSINE}));
            if (all.size() > 1) {
                rows.add(error(one, "fitted on the others", LogisticFit.of(
                        all.stream().filter(other -> !other.collection.equals(one.collection)).map(Examples::hybrid)
                                .toList(),
                        SIGNS)));
            }
        }
        return rows;
    }

    private static Row fitted(String name, double ours, double now) {
        return new Row("confidence: " + name, ours, "", "now", now, "", true);
    }

    private static Row error(Examples examples, String how, double[] fit) {
        double error = Reliability.ofPredictions(examples.hybrid.stream()
                .map(one -> new Prediction(1 / (1 + Math.exp(-one.logit(fit))), one.outcome())).toList())
                .calibrationError();
        return Row.info(examples.collection + ": calibration error, " + how, error, "");
    }

    /** The cosine with which the function fits words alone: their logit has one free summand. */
    private static double unknownCosine(List<Examples> all, double[] fit) {
        List<List<Example>> groups = all.stream().map(examples -> examples.lexical.stream().map(one -> new Example(
                new double[]{fit[2]}, fit[0] + fit[1] * one.signs()[1], one.outcome())).toList()).toList();
        return LogisticFit.of(groups, 1)[0];
    }

    private Examples examples(Path folder) {
        JudgedCollection judged = JudgedCollection.read(folder);
        Path own = folder.resolve("corpus.jsonl");
        Path index = this.folder.resolve("confidence").resolve(judged.name());
        try (LuceneSink sink = LuceneSink.open(index)) {
            new Indexer(models, Progress.NONE).index(Corpus.of(List.of(Files.exists(own) ? own : corpus)), sink,
                    List.of(), false);
        }
        try (LuceneBackend whole = LuceneBackend.open(index)) {
            WithheldEntries withheld = new WithheldEntries(whole);
            Search search = new Search(withheld.backend(), models, SearchSettings.DEFAULT);
            return new Examples(judged.name(), ask(judged, search, withheld, Mode.HYBRID),
                    ask(judged, search, withheld, Mode.LEXICAL));
        }
    }

    private List<Example> ask(JudgedCollection judged, Search search, WithheldEntries withheld, String mode) {
        List<JudgedQuery> queries = judged.answerable();
        int step = Math.max(1, (queries.size() + MOST_QUESTIONS - 1) / MOST_QUESTIONS);
        return IntStream.range(0, queries.size()).filter(i -> i % step == 0).boxed().flatMap(i -> {
            JudgedQuery query = queries.get(i);
            Map<String, Integer> relevant = judged.relevant(query.id());
            boolean without = i / step % WITHHELD_EVERY == 0;
            withheld.withhold(without ? relevant.keySet().stream().map(EntryId::new).toList() : List.of());
            Results results = search.search(Query.of(query.text(), mode));
            return results.hits().isEmpty()
                    ? null
                    : Stream.of(example(search.manifest(), results, relevant));
        }).toList();
    }

    /** The share's log-odds follow from the confidence, of which they are one summand. */
    private static Example example(IndexManifest manifest, Results results, Map<String, Integer> relevant) {
        CosineDistribution distribution = manifest.background(results.model());
        double cosine = results.mode().equals(Mode.LEXICAL)
                ? RankingConstants.UNKNOWN_COSINE
                : distribution.standardised(results.hits().getFirst().dense().score());
        double logit = Math.log(results.confidence() / (1 - results.confidence()));
        double logOdds = (logit - RankingConstants.CONFIDENCE_INTERCEPT - RankingConstants.CONFIDENCE_COSINE * cosine)
                / RankingConstants.CONFIDENCE_LOG_ODDS;
        boolean right = relevant.getOrDefault(results.hits().getFirst().entry().id().value(), 0) > 0;
        return new Example(new double[]{1, logOdds, cosine}, 0, right);
    }
}
