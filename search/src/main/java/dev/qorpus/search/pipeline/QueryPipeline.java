package dev.qorpus.search.pipeline;

import java.util.List;
import java.util.function.Predicate;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;
import dev.qorpus.search.SearchSettings;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.DenseLookup;
import dev.qorpus.search.backend.Filter;
import dev.qorpus.search.backend.LexicalLookup;
import dev.qorpus.search.fuse.Softmax;
import dev.qorpus.search.query.Filters;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.result.StageTimings;
import dev.qorpus.search.retrieve.CorrectedQuestion;
import dev.qorpus.search.retrieve.Corrector;
import dev.qorpus.search.retrieve.DenseRetriever;
import dev.qorpus.search.retrieve.LexicalRetriever;
import dev.qorpus.search.retrieve.Ranking;

/** From a query to its results: corrects it, asks both retrievers, fuses, and dresses the best as hits. */
public final class QueryPipeline {

    /** Entries from which on words are looked up beside the vectors. */
    private static final int BESIDE_FROM = 100_000;
    private static final int PER_HIT = 10;

    private final Backend backend;
    private final Models models;
    private final SearchSettings settings;
    private final Filters filters;
    private final EntryCache entries;
    private final QueryVectorCache questions;

    /**
     * @param entries those that were shown, remembered
     * @param questions the vectors of those that were asked, remembered
     */
    public QueryPipeline(Backend backend, Models models, SearchSettings settings, EntryCache entries,
            QueryVectorCache questions) {
        this.backend = backend;
        this.models = models;
        this.settings = settings;
        this.filters = new Filters(backend.manifest());
        this.entries = entries;
        this.questions = questions;
    }

    /** The answer to a query. */
    public Results answer(Query query) {
        Begun begun = begin(query);
        return run(begun.asked(), begun.vector(), begun.at());
    }

    /** The same, with the values that it could be narrowed by counted. */
    public FacetedResults faceted(Query query) {
        Begun begun = begin(query);
        Asked asked = begun.asked();
        // The question is being embedded meanwhile.
        Facets facets = asked.mode().usesVectors()
                ? Facets.ofAll(backend, asked.filter())
                : Facets.ofMatches(backend, asked.mode(), asked.wording().text(), asked.filter());
        return new FacetedResults(run(asked, begun.vector(), begun.at()), facets);
    }

    /** The answer to a query whose vector is known already. */
    public Results answer(Query query, float[] vector) {
        long began = System.nanoTime();
        query.check();
        Mode mode = Mode.of(query.mode(), backend.manifest(), settings.lexicalWeight());
        Asked asked = new Asked(query, mode, filters.of(query.filters()), CorrectedQuestion.of(query.text()));
        return run(asked, () -> vector, began);
    }

    /** A query whose vector is being computed. */
    private record Begun(Asked asked, Deferred<float[]> vector, long at) {}

    private Begun begin(Query query) {
        long began = System.nanoTime();
        query.check();
        Mode mode = Mode.of(query.mode(), backend.manifest(), settings.lexicalWeight());
        Filter filter = filters.of(query.filters());
        boolean byWords = byWords(query, mode);
        // Loading the model takes longest: it goes on while words are looked up. Words alone need no more than its tokenizer.
        Deferred<Embedder> model = Deferred.of(byWords, () -> models.embedder(mode.space()));
        Predicate<String> isWord = byWords
                ? word -> models.hasWord(mode.space(), word)
                : word -> model.get().hasWord(word);
        CorrectedQuestion wording = new Corrector(backend.vocabulary(), word -> hasWord(isWord, word))
                .correct(query.text());
        Deferred<float[]> vector = questions.of(mode.space(), wording.text(), byWords, model);
        return new Begun(new Asked(query, mode, filter, wording), vector, began);
    }

    /** Whether words are all that counts: then meaning is compared only for who wants to know why. */
    private static boolean byWords(Query query, Mode mode) {
        return !mode.usesVectors() && !query.explain();
    }

    /** Whether the model has a word whole; without a model none is respelt. */
    private static boolean hasWord(Predicate<String> isWord, String word) {
        try {
            return isWord.test(word);
        } catch (ModelException e) {
            return true;
        }
    }

    /** A query that was found to be in order. */
    private record Asked(Query query, Mode mode, Filter filter, CorrectedQuestion wording) {}

    private Results run(Asked asked, Deferred<float[]> vector, long began) {
        Query query = asked.query();
        Mode mode = asked.mode();
        int depth = depth(query, mode);
        StageTimer laps = new StageTimer();
        LexicalLookup words = backend.lexical(mode.words(), asked.wording().text(), asked.filter());
        Deferred<Ranking> lookedUp = lookUp(new LexicalRetriever(words), mode, depth);
        double wordsMillis = laps.lap();
        if (byWords(query, mode)) {
            return byWordsAlone(asked, words, lookedUp.get(), began, false);
        }
        float[] meant;
        try {
            meant = vector.get();
        } catch (ModelException e) {
            laps.lap();
            // Who asks for vectors alone is told that there are none.
            if (!mode.usesWords()) {
                throw e;
            }
            return byWordsAlone(asked, words, lookedUp.get(), began, mode.usesVectors());
        }
        double embeddingMillis = laps.lap();
        CosineDistribution background = models.describe(mode.space()).background();
        DenseLookup vectors = backend.dense(mode.space(), meant, asked.filter());
        DenseRetriever retriever = new DenseRetriever(vectors, background);
        if (backend.isRemote()) {
            new RemotePrefetch(words, retriever, depth).ask(lookedUp);
        }
        Ranking dense = retriever.retrieve(depth);
        Ranking lexical = lookedUp.get();
        double vectorsMillis = laps.lap();
        RetrieverShares byWords = RetrieverShares.of(Mode.LEXICAL, lexical, vectors.total());
        RetrieverShares byMeaning = RetrieverShares.of(Mode.DENSE, dense, vectors.total());
        CandidateFusion fusing = new CandidateFusion(mode, depth, backend.isRemote(), byWords, byMeaning);
        List<FusedCandidate> fused = fusing.all();
        List<EntryId> best = fused.stream().limit(query.k()).map(FusedCandidate::id).toList();
        List<Hit> hits = new HitAssembler(backend, entries, words, mode, query, asked.wording())
                .of(best, Deferred.of(!backend.isRemote(), () -> fusing.ranked(best)));
        double confidence = mode.usesVectors()
                ? new Confidence(byWords, byMeaning, settings.lexicalWeight(), background).of(fused)
                : new LexicalFallback(byWords).confidence(fused);
        boolean answered = confidence >= Confidence.ANSWERED && !hits.isEmpty() && hits.getFirst().entry().answered();
        int total = mode.usesVectors() ? dense.total() : lexical.total();
        return new Results(query.text(), asked.wording().corrections(), query.mode(), mode.space(),
                (System.nanoTime() - began) / 1e6, total, answered, confidence, hits, false,
                new StageTimings(wordsMillis, embeddingMillis, vectorsMillis, laps.lap()));
    }

    /** What words find: at once, or beside the vectors where each takes so long that a thread is worth its start. */
    private Deferred<Ranking> lookUp(LexicalRetriever retriever, Mode mode, int depth) {
        if (mode.usesVectors() && (backend.isRemote() || backend.manifest().counts().entries() > BESIDE_FROM)) {
            return Deferred.start(() -> retriever.retrieve(depth));
        }
        Ranking found = retriever.retrieve(depth);
        return () -> found;
    }

    /**
     * So many of each retriever's best are looked at. Where both are fused, ten times those shown, and all that compete: what
     * is far down in both lists is not among the first of the fused one. Where nothing is fused, those shown.
     */
    private int depth(Query query, Mode mode) {
        return byWords(query, mode)
                ? Math.max(query.k(), Softmax.COMPETING)
                : Math.min(settings.depth(), Math.max(PER_HIT * query.k(), Softmax.COMPETING));
    }

    /**
     * What words find.
     *
     * @param down whether vectors were to be compared as well
     */
    private Results byWordsAlone(Asked asked, LexicalLookup words, Ranking lexical, long began, boolean down) {
        Query query = asked.query();
        Mode mode = down ? Mode.of(Mode.LEXICAL, backend.manifest(), settings.lexicalWeight()) : asked.mode();
        LexicalFallback alone = new LexicalFallback(RetrieverShares.of(Mode.LEXICAL, lexical, lexical.total()));
        List<FusedCandidate> best = alone.best(query.k());
        List<Hit> hits = new HitAssembler(backend, entries, words, mode, query, asked.wording())
                .of(best.stream().map(FusedCandidate::id).toList(), () -> best);
        double confidence = alone.confidence(best);
        boolean answered = confidence >= Confidence.ANSWERED && !hits.isEmpty() && hits.getFirst().entry().answered();
        double millis = (System.nanoTime() - began) / 1e6;
        return new Results(query.text(), asked.wording().corrections(), query.mode(), asked.mode().space(), millis,
                lexical.total(), answered, confidence, hits, down, new StageTimings(millis, 0, 0, 0));
    }
}
