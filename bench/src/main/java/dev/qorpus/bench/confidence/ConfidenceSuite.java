package dev.qorpus.bench.confidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import dev.qorpus.search.pipeline.Confidence;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;

/**
 * Fits the functions of confidence again: a logistic function of the log-odds of the first hit's share and of its cosine, and one
 * of words alone, of the log-odds and of the words that the hit lacks.
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
    /** The weights of the signs as they are now, in the order of an example with vectors. */
    private static final Map<String, Double> MEANING = new LinkedHashMap<>();
    /** The same of an example with words alone. */
    private static final Map<String, Double> WORDS = new LinkedHashMap<>();

    static {
        MEANING.put("intercept", RankingConstants.CONFIDENCE_INTERCEPT);
        MEANING.put("log-odds", RankingConstants.CONFIDENCE_LOG_ODDS);
        MEANING.put("cosine", RankingConstants.CONFIDENCE_COSINE);
        WORDS.put("intercept", RankingConstants.WORDS_INTERCEPT);
        WORDS.put("log-odds", RankingConstants.WORDS_LOG_ODDS);
        WORDS.put("log-odds of what is there", RankingConstants.WORDS_COVERED_LOG_ODDS);
        WORDS.put("missing words", RankingConstants.WORDS_MISSING);
    }

    /** The first hits of one collection's questions, in hybrid and in lexical mode. */
    private record Examples(String collection, List<Example> hybrid, List<Example> lexical) {}

    @Override
    public List<Row> run() throws Exception {
        List<Examples> all = new ArrayList<>();
        for (Path collection : collections) {
            all.add(examples(collection));
        }
        List<Row> rows = new ArrayList<>();
        rows.addAll(fitted("with meaning", all.stream().map(Examples::hybrid).toList(), MEANING));
        rows.addAll(fitted("words alone", all.stream().map(Examples::lexical).toList(), WORDS));
        for (Examples one : all) {
            rows.add(Row.info(one.collection + ": questions", one.hybrid.size(), ""));
            List<Examples> others = all.stream().filter(other -> !other.collection.equals(one.collection)).toList();
            rows.addAll(errors(one.collection + ", with meaning", one.hybrid,
                    others.stream().map(Examples::hybrid).toList(), MEANING));
            rows.addAll(errors(one.collection + ", words alone", one.lexical,
                    others.stream().map(Examples::lexical).toList(), WORDS));
        }
        return rows;
    }

    private static List<Row> fitted(String name, List<List<Example>> all, Map<String, Double> now) {
        double[] fit = LogisticFit.of(all, now.size());
        List<Row> rows = new ArrayList<>();
        now.forEach((sign, value) -> rows.add(new Row("confidence " + name + ": " + sign, fit[rows.size()], "", "now",
                value, "", true)));
        return rows;
    }

    /** The calibration error of one collection, now and with a fit on the others. */
    private static List<Row> errors(String name, List<Example> own, List<List<Example>> others,
            Map<String, Double> now) {
        List<Row> rows = new ArrayList<>();
        rows.add(error(name + ": calibration error, now", own,
                now.values().stream().mapToDouble(Double::doubleValue).toArray()));
        if (!others.isEmpty()) {
            rows.add(error(name + ": calibration error, fitted on the others", own,
                    LogisticFit.of(others, now.size())));
        }
        return rows;
    }

    private static Row error(String name, List<Example> examples, double[] fit) {
        return Row.info(name, Reliability.ofPredictions(examples.stream()
                .map(one -> new Prediction(1 / (1 + Math.exp(-one.logit(fit))), one.outcome())).toList())
                .calibrationError(), "");
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

    private static Example example(IndexManifest manifest, Results results, Map<String, Integer> relevant) {
        Hit first = results.hits().getFirst();
        boolean right = relevant.getOrDefault(first.entry().id().value(), 0) > 0;
        double share = first.answer().share();
        if (results.mode().equals(Mode.LEXICAL)) {
            double odds = Confidence.wordsLogOdds(share);
            double missing = results.missing().share();
            return new Example(new double[]{1, odds, odds * (1 - missing), missing}, 0, right);
        }
        double cosine = manifest.background(results.model()).standardised(first.dense().score());
        return new Example(new double[]{1, Confidence.logOdds(share), cosine}, 0, right);
    }
}
