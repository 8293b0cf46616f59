package dev.qorpus.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.IndexSize;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.browse.Autocompleter;
import dev.qorpus.search.browse.Completion;
import dev.qorpus.search.browse.SurroundingEntries;
import dev.qorpus.search.browse.TableOfContentsCache;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.search.cache.EntryCache;
import dev.qorpus.search.cache.QueryVectorCache;
import dev.qorpus.search.pipeline.QueryPipeline;
import dev.qorpus.search.pipeline.SpaceChoice;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.rerank.Reranker;
import dev.qorpus.search.result.AlignedWord;
import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Results;

/**
 * The facade: answers questions ({@link QueryPipeline}), completes them, and reads entries and the manifest.
 * Thread-safe. Holds one published snapshot of an index.
 */
public final class Search {

    private final Backend backend;
    private final Models models;
    private final SearchSettings settings;
    private final @Nullable Reranker reranker;
    private final TableOfContentsCache tablesOfContents;
    private final EntryCache entries;
    private final QueryVectorCache questions;
    private final QueryPipeline pipeline;
    private final Autocompleter autocompleter;

    /**
     * @param backend an open index; the caller closes it
     * @param models where the index's embedders come from; the caller closes them
     * @param settings of ranking
     */
    public Search(Backend backend, Models models, SearchSettings settings) {
        this(backend, models, settings, null);
    }

    /**
     * @param backend an open index; the caller closes it
     * @param models where the index's embedders come from; the caller closes them
     * @param settings of ranking
     * @param reranker of the best candidates, which the caller closes; {@code null} without one
     */
    public Search(Backend backend, Models models, SearchSettings settings, @Nullable Reranker reranker) {
        this(backend, models, settings, reranker, new QueryVectorCache(QueryVectorCache.MAX_QUESTIONS),
                EntryCache.MAX_CHARACTERS);
    }

    /**
     * @param questions known so far
     * @param entries the size of the entry cache, in characters
     */
    Search(Backend backend, Models models, SearchSettings settings, @Nullable Reranker reranker,
            QueryVectorCache questions, long entries) {
        this.backend = backend;
        this.models = models;
        this.settings = settings;
        this.reranker = reranker;
        backend.manifest().locateModels(models);
        this.tablesOfContents = new TableOfContentsCache(backend);
        this.entries = new EntryCache(entries);
        this.questions = questions;
        this.pipeline = new QueryPipeline(backend, models, settings, this.entries, questions, reranker);
        this.autocompleter = new Autocompleter(backend);
    }

    /** What the index says of itself. */
    public IndexManifest manifest() {
        return backend.manifest();
    }

    /** The records of all indexed files, ordered by name. */
    public List<FileRecord> files() {
        return backend.files();
    }

    /**
     * Whether nothing was published since this state.
     *
     * @throws dev.qorpus.search.backend.BackendException if what is published cannot be read, or is gone
     */
    public boolean isCurrent() {
        return backend.isCurrent();
    }

    /** The same search without caches, for measuring query times. */
    public Search withoutCaches() {
        return new Search(backend, models, settings, reranker, new QueryVectorCache(0), 0);
    }

    /**
     * Hits and misses of each cache: vectors of {@code questions}, stored {@code entries}, {@code tablesOfContents}
     * of files.
     */
    public Map<String, CacheStatistics> caches() {
        return Map.of("questions", questions.statistics(), "entries", entries.statistics(), "outlines",
                tablesOfContents.statistics());
    }

    /** Whether only lexical search runs: the default model cannot be loaded, or the index has no vectors yet. */
    public boolean isLexicalOnly() {
        return isWordsOnly() || models.isDown(manifest().spaces().getFirst());
    }

    /** Whether the index has no vectors, because another one with the same entries is still being embedded. */
    public boolean isWordsOnly() {
        return manifest().wordsOnly();
    }

    /** How large the index is. */
    public IndexSize indexSize() {
        return backend.indexSize();
    }

    /** The names of the modes this index can run. */
    public List<String> modes() {
        return Mode.names(backend.manifest());
    }

    /** The modes of the ladder: every representation alone, the plainest first, then the hybrids. */
    public List<String> ladderModes() {
        return Mode.ladderModes(backend.manifest());
    }

    /**
     * What a mode costs.
     *
     * @throws QueryException if there is no such mode
     */
    public ModeCost cost(String name) {
        return ModeCost.of(Mode.of(name, manifest(), settings.lexicalWeight()), manifest(), backend.indexSize());
    }

    /** The entry of that id, if there is one. */
    public Optional<StoredEntry> entry(EntryId id) {
        return backend.entry(id);
    }

    /** The embedder for single words: the index's first space of word vectors, or its default model. */
    public Embedder wordEmbedder() {
        return models.embedder(manifest().spaces().stream().filter(manifest()::hasWordVectors).findFirst()
                .orElse(manifest().spaces().getFirst()));
    }

    /**
     * An entry's place in its file; nothing stands around it in a file of more than 10,000
     * entries.
     *
     * @param siblings how many entries of the same section are wanted at most, those around it
     */
    public SurroundingEntries neighbourhood(Entry entry, int siblings) {
        return SurroundingEntries.of(entry, tablesOfContents.of(entry.file()), siblings);
    }

    /** The vectors of an entry in the default model's space. */
    public Optional<EntryVectors> vectors(EntryId id) {
        return vectors(manifest().spaces().getFirst(), id);
    }

    /** The vectors of an entry in a space of the index; empty if there is no such entry, or if the index has words only. */
    public Optional<EntryVectors> vectors(String space, EntryId id) {
        return isWordsOnly() ? Optional.empty() : backend.vectors(space, id);
    }

    /** The vector space of the first model that knows the language of an entry, or else the default model's. */
    public String space(Entry entry) {
        return new SpaceChoice(manifest()).ofLanguage(entry.language());
    }

    /** Hands over every entry with its vectors in the default model's space, in no order. */
    public void vectors(BiConsumer<EntryId, EntryVectors> each) {
        if (!isWordsOnly()) {
            backend.vectors(backend.manifest().spaces().getFirst(), each);
        }
    }

    /** Several entries at once, in the order of their ids; those that are not there are left out. */
    public Map<EntryId, StoredEntry> entries(Collection<EntryId> ids) {
        // Bypasses the entry cache: callers read hundreds of entries once.
        return backend.entries(ids);
    }

    /** The content words of a text, in order. */
    public List<Word> words(String text) {
        return backend.words(text);
    }

    /**
     * Where the words of a question stand in a text, as in the hits of the question: in order, not overlapping. The
     * question is corrected with the words of a model that knows its language.
     */
    public List<Span> highlights(String question, String text) {
        return pipeline.highlighter(question).spans(text);
    }

    /**
     * For each word that says what a question is about, the nearest word of an entry in its context; empty if the index lacks
     * the vectors of tokens, or if the model does not know the language.
     */
    public List<AlignedWord> alignment(String question, StoredEntry entry) {
        return pipeline.alignment(question, entry);
    }

    /**
     * Answers a query.
     *
     * @throws QueryException if it cannot be run as asked
     */
    public Results search(Query query) {
        return pipeline.answer(query);
    }

    /**
     * Answers a query, and counts the values that it could be narrowed by.
     *
     * @throws QueryException if it cannot be run as asked
     */
    public FacetedResults faceted(Query query) {
        return pipeline.faceted(query);
    }

    /**
     * Answers a query whose vector is known already, for instance an entry's own.
     *
     * @param space a vector space of the index
     * @param embedding the vector in that space; without those of tokens there is no late interaction
     * @throws QueryException if it cannot be run as asked
     */
    public Results search(Query query, String space, Embedding embedding) {
        return pipeline.answer(query, space, embedding);
    }

    /**
     * Questions and headings that complete a prefix, best first.
     *
     * @param typed what is typed so far
     * @throws QueryException if {@code k} is out of its bounds
     */
    public List<Completion> complete(String typed, int k) {
        Query.checkK(k);
        return autocompleter.complete(typed, k);
    }
}
