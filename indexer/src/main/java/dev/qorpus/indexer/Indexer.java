package dev.qorpus.indexer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexState;
import dev.qorpus.indexer.schema.IndexingStats;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/**
 * Creates or updates the index of a corpus. Changed files are scanned once to count the new entries. If these do not fit
 * into memory, the files are scanned again to embed and write them. The index records what the last scan read, in case a
 * file changes in between.
 */
public final class Indexer {

    private static final int EXAMPLES = 3;

    private final Models models;
    private final Progress progress;
    private final long pendingLimit;
    private final Content content;
    private final boolean quantised;
    private final CorpusReader reader = new CorpusReader();

    /** What an index has of each entry, beside its words. */
    private enum Content {
        WORDS, VECTORS, TOKENS
    }

    /**
     * @param models loads the models
     * @param progress is told how far embedding is
     */
    public Indexer(Models models, Progress progress) {
        this(models, progress, PendingEntries.LIMIT);
    }

    /** @param pendingLimit the characters of new entries up to which one scan is enough */
    Indexer(Models models, Progress progress, long pendingLimit) {
        this.models = models;
        this.progress = progress;
        this.pendingLimit = pendingLimit;
        this.content = Content.TOKENS;
        this.quantised = false;
    }

    private Indexer(Indexer other, Content content, boolean quantised) {
        this.models = other.models;
        this.progress = other.progress;
        this.pendingLimit = other.pendingLimit;
        this.content = content;
        this.quantised = quantised;
    }

    /** The same, but its indexes lack the vectors of tokens, and so late interaction. */
    public Indexer withoutTokens() {
        return new Indexer(this, Content.VECTORS, quantised);
    }

    /**
     * The same, but each model is replaced with its variant of 8 bits, as {@link Models#quantised} says. An index that has
     * another model is refused.
     */
    public Indexer withQuantisedModels() {
        return new Indexer(this, content, true);
    }

    /**
     * The same, but its indexes have no vectors at all. They are made quickly, and answer by words until an index with
     * vectors is there. Such an index cannot be updated to one with vectors.
     */
    public Indexer withoutVectors() {
        return new Indexer(this, Content.WORDS, quantised);
    }

    /**
     * Updates an index and publishes it, unless nothing changed.
     *
     * @param names the models of the index, the default first; if empty, the models that the index has. A new index then
     *        has {@link Models#DEFAULT}, or the model of the catalogue that knows the language of most entries
     * @param rebuild whether to discard the published index instead of comparing with it
     * @throws CorpusException if the corpus has no entry, and the index is not of the same corpus; the index is
     *         not changed
     * @throws IndexException if the index has other models than those named, or cannot be written
     */
    public IndexReport index(Corpus corpus, EntrySink sink, List<String> names, boolean rebuild) {
        long began = System.nanoTime();
        IndexManifest before = rebuild ? null : sink.manifest().orElse(null);
        ModelChoice choice = new ModelChoice(models, wish(names), before, sink.address());
        PublishedFiles published = before == null
                ? PublishedFiles.NONE
                : PublishedFiles.of(sink.files(), before.corpus());
        if (rebuild) {
            sink.clear();
        }
        NewEntries entries = newEntries(corpus, published, choice.likeliest());
        List<ModelSpec> specs = choice.of(entries.scan().languages());
        SpaceMeasures measures = new SpaceMeasures(models, specs, choice::entry, before);
        List<ModelSpec> embedding = content == Content.WORDS ? List.of() : specs;
        EntryEmbedder embedder = new EntryEmbedder(new TextEmbedder(models, embedding, choice::entry, sink.vectors()),
                false, entry -> {
                    sink.put(entry);
                    if (content != Content.WORDS) {
                        measures.add(entry);
                    }
                }, progress);
        entries.embed(embedder, progress);
        CorpusScan scan = entries.scan();
        Changes changes = changes(corpus, published, scan);
        IndexingStats stats = embedder.stats().orLarger(before == null ? IndexingStats.NONE : before.stats());
        IndexManifest now = manifest(corpus, measures, scan, changes, stats);
        IndexManifest manifest = before != null && now.equalsExceptTimes(before) ? before : now;
        changes.write(sink);
        sink.publish(manifest, progress::optimizing);
        return new IndexReport(manifest, new IndexReport.Counts(changes.added(), changes.changed(),
                changes.removed().size(), changes.renamed(), embedder.embedded()), scan.findings(),
                !specs.getFirst().equals(choice.likeliest()),
                (System.nanoTime() - began) / 1e9);
    }

    /**
     * Embeds a part of the entries that another process indexes from the same corpus. It writes vectors only.
     *
     * @param names as for {@link #index}
     * @return the number of entries with at least one text that this process embedded
     * @throws CorpusException if the corpus has no question
     * @throws IndexException if the index has other models than those named, or cannot be reached
     */
    public int embed(Corpus corpus, IndexState index, List<String> names) {
        ModelChoice choice = new ModelChoice(models, wish(names), index.manifest().orElse(null), index.address());
        PublishedFiles published = PublishedFiles.of(index.files(),
                index.manifest().map(IndexManifest::corpus).orElse(List.of()));
        NewEntries entries = newEntries(corpus, published, choice.likeliest());
        List<ModelSpec> specs = choice.of(entries.scan().languages());
        // The writer of the index puts the entries into it.
        EntryEmbedder embedder = new EntryEmbedder(new TextEmbedder(models, specs, choice::entry, index.vectors()),
                true, entry -> {},
                progress);
        entries.embed(embedder, progress);
        changes(corpus, published, entries.scan());
        return embedder.embedded();
    }

    private ModelChoice.Wish wish(List<String> names) {
        return new ModelChoice.Wish(names, content == Content.TOKENS, quantised);
    }

    /** Reads a corpus. */
    private NewEntries newEntries(Corpus corpus, PublishedFiles published, ModelSpec likeliest) {
        CorpusReader.Contents contents = reader.contents(corpus);
        if (contents.isEmpty() && !published.isOf(corpus.absoluteRoots())) {
            throw corpus.noFile(contents.findings());
        }
        return new NewEntries(contents, published, loading(likeliest), pendingLimit);
    }

    private static Changes changes(Corpus corpus, PublishedFiles published, CorpusScan scan) {
        Changes changes = new Changes(published, scan.records());
        if (changes.hashes().isEmpty() && !published.isOf(corpus.absoluteRoots())) {
            throw noQuestion(corpus, scan);
        }
        return changes;
    }

    /** Loads the model on the first call, in a thread of its own, while files are parsed. */
    private Runnable loading(ModelSpec spec) {
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            if (content != Content.WORDS && !begun.getAndSet(true)) {
                Thread.ofPlatform().daemon().name("load-" + spec.name()).start(() -> load(spec));
            }
        };
    }

    private void load(ModelSpec spec) {
        try {
            models.embedder(spec.name());
        } catch (ModelException e) {
            // The error occurs again if the model is needed.
            System.getLogger(Indexer.class.getName()).log(System.Logger.Level.DEBUG, "not loaded", e);
        }
    }

    private static CorpusException noQuestion(Corpus corpus, CorpusScan scan) {
        String place = String.join(", ", corpus.roots().stream().map(Object::toString).toList());
        int files = scan.records().size();
        String first = scan.findings().isEmpty() ? "" : " (" + scan.findings().getFirst() + ")";
        return new CorpusException(place, "no entry in " + files + (files == 1 ? " file" : " files")
                + first + "; the index was not changed. Run 'qorpus check' to see the findings");
    }

    private IndexManifest manifest(Corpus corpus, SpaceMeasures measures, CorpusScan scan,
            Changes changes, IndexingStats stats) {
        List<FileRecord> records = scan.records();
        SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
        int unanswered = 0;
        for (FileRecord record : records) {
            unanswered += record.summary().unanswered();
            record.summary().values().forEach((field, counts) -> counts.forEach((value, count) -> values
                    .computeIfAbsent(field, name -> new TreeMap<>()).merge(value, count, Integer::sum)));
        }
        List<String> examples = records.stream().flatMap(record -> record.summary().examples().stream())
                .limit(EXAMPLES).toList();
        return new IndexManifest(IndexSchema.VERSION, IndexSchema.ANALYSIS, measures.models(), measures.info(),
                corpus.absoluteRoots(), EntryHash.ofAll(changes.hashes()),
                new IndexManifest.Counts(records.size(), changes.hashes().size(), unanswered), scan.content(), values,
                examples, stats,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), content == Content.WORDS);
    }
}
