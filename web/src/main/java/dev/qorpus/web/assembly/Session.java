package dev.qorpus.web.assembly;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.FileChanges;
import dev.qorpus.indexer.IndexReport;
import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.check.Check;
import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.check.KnownVectors;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexState;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.rerank.Reranker;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.export.SiteMeaning;

/** The parts of one command, opened and closed together. */
public final class Session implements AutoCloseable {

    /** The corpus if none is named and none was indexed before. */
    private static final Path SEEDS = Path.of("seeds");

    /** The word vectors of the catalogue. */
    private static final String WORD_VECTORS = "word-vectors";

    private final Models models = openModels();
    private final IndexAddress address;
    private final @Nullable Reranker reranker;
    private @Nullable Backend backend;

    public Session(IndexAddress address) {
        this(address, RerankerChoice.NONE);
    }

    /** @throws dev.qorpus.models.ModelException if the cross-encoder is missing or damaged, or cannot be run */
    public Session(IndexAddress address, RerankerChoice reranking) {
        this.address = address;
        this.reranker = reranking.open();
    }

    /** The models, each loaded on first use; the caller closes them. */
    public static Models openModels() {
        return DjlModels.models(Runtime.getRuntime().availableProcessors());
    }

    /** Has the files of all models checked when they are used next, also those that were checked today. */
    public static void checkModelFilesAgain() {
        DjlModels.checkFilesAgain();
    }

    public Models models() {
        return models;
    }

    /** Whether a model of the catalogue is in this installation; the default one must be. */
    public boolean isInstalled(ModelSpec model) {
        return model.name().equals(Models.DEFAULT) || DjlModels.isInstalled(model);
    }

    /** Updates the index. */
    public IndexReport index(List<Path> roots, IndexModels wanted, boolean rebuild, Progress progress) {
        try (EntrySink sink = address.sink(rebuild)) {
            Corpus corpus = corpus(roots, sink);
            return indexer(wanted, progress).index(corpus, sink, wanted.names(), rebuild);
        }
    }

    /**
     * Opens what answers while the index is made or updated.
     *
     * @throws CorpusException if the corpus is not there, or has no entry
     * @throws IndexException if the index cannot be updated: it is damaged, of another version, or being written
     */
    public EarlyIndex early(List<Path> roots, IndexModels wanted) {
        return EarlyIndex.open(address, roots, indexer(wanted, Progress.NONE), wanted);
    }

    /**
     * Updates the index together with other processes. While another one writes, this one embeds a part for it.
     * Afterwards it indexes what is left: everything if the writer died, otherwise nothing.
     */
    public IndexReport indexTogether(List<Path> roots, IndexModels wanted, Console console) {
        Indexer indexer = indexer(wanted, new TerminalProgress(console));
        try (IndexState worker = address.worker().orElse(null)) {
            if (worker != null) {
                indexer.embed(corpus(roots, worker), worker, wanted.names());
            }
        }
        try (EntrySink sink = address.sinkAfterOthers()) {
            return indexer.index(corpus(roots, sink), sink, wanted.names(), false);
        }
    }

    private Indexer indexer(IndexModels wanted, Progress progress) {
        Indexer indexer = new Indexer(models, progress);
        Indexer chosen = wanted.quantised() ? indexer.withQuantisedModels() : indexer;
        return wanted.tokens() ? chosen : chosen.withoutTokens();
    }

    /** Updates the index without progress. */
    public IndexReport update(List<Path> roots) {
        try (EntrySink sink = address.sink(false)) {
            return new Indexer(models, Progress.NONE).index(corpus(roots, sink), sink, List.of(), false);
        }
    }

    /** The named corpus, or that of the index, or the seeds. */
    static Corpus corpus(List<Path> roots, IndexState index) {
        if (!roots.isEmpty()) {
            return Corpus.of(roots);
        }
        List<Path> before = index.manifest().map(IndexManifest::corpus).orElse(List.of()).stream().map(Path::of)
                .toList();
        return Corpus.of(before.isEmpty() ? List.of(SEEDS) : before);
    }

    /**
     * Opens the index for searching.
     *
     * @param opening an index that is being opened, which may be this one; null if none is
     */
    public Search search(SearchSettings settings, @Nullable OpeningIndex opening) {
        Backend open = opening == null ? address.backend() : opening.open(address);
        backend = open;
        return new Search(open, models, settings, reranker);
    }

    /** Opens the index for searching. */
    public Search search(SearchSettings settings) {
        return search(settings, null);
    }

    /**
     * Compares the files of the corpus with those that were indexed, in the background. There is no difference where the
     * corpus cannot be compared: it may be on another machine.
     */
    public Supplier<FileChanges> changes(Search search, Duration limit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                List<Path> roots = search.manifest().corpus().stream().map(Path::of).toList();
                return FileChanges.between(search.files(), Corpus.of(roots), limit);
            } catch (CorpusException | BackendException e) {
                return FileChanges.NONE;
            }
        }, compare -> Thread.ofVirtual().name("changes").start(compare))::join;
    }

    /** Whether there is an index that can be read. */
    public boolean isPublished() {
        try {
            address.backend().close();
            return true;
        } catch (IndexException | BackendException e) {
            return false;
        }
    }

    /** Opens the published index. */
    public Backend backend() {
        return address.backend();
    }

    /** Opens the index for a server, which is notified of changes. */
    public LiveSearch live(SearchSettings settings) {
        return new LiveSearch(address.backend(), models, settings, reranker);
    }

    /**
     * The word vectors by which a static site compares meaning; empty if they know none of the languages of the index.
     *
     * @throws ModelException if they cannot be made
     */
    public Optional<SiteMeaning> wordVectors(IndexManifest manifest) {
        WordVectors.Distilled spec = Models.find(WORD_VECTORS).filter(WordVectors.Distilled.class::isInstance)
                .map(WordVectors.Distilled.class::cast).orElseThrow();
        double trust = SiteMeaning.trust(spec.languages(), manifest.languages());
        return trust == 0
                ? Optional.empty()
                : Optional.of(new SiteMeaning(
                        DjlModels.pieceTable(spec, Runtime.getRuntime().availableProcessors()),
                        models.embedder(WORD_VECTORS), spec.background().orElseThrow(), trust));
    }

    /** The same from an index that is not up to date yet. */
    public LiveSearch live(EarlyIndex early, SearchSettings settings) {
        return new LiveSearch(early.backend(), models, settings, reranker);
    }

    /** Checks the corpus of an index. Texts that the index has are not embedded again. */
    public CheckReport check(Search search) {
        IndexManifest manifest = search.manifest();
        KnownVectors known = manifest.spaces().getFirst().equals(Models.DEFAULT)
                ? (id, question) -> search.entry(id).filter(stored -> stored.entry().question().equals(question)
                        && EmbeddedTexts.isWithoutContext(stored.entry()))
                        .flatMap(stored -> search.vectors(id)).map(EntryVectors::question)
                : KnownVectors.NONE;
        return Check.withModel(models, known)
                .check(Corpus.of(manifest.corpus().stream().map(Path::of).toList()));
    }

    @Override
    public void close() {
        if (backend != null) {
            backend.close();
        }
        if (reranker != null) {
            reranker.close();
        }
        models.close();
    }
}
