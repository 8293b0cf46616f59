package dev.qorpus.indexer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.schema.Effort;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexState;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/**
 * Makes an index of a corpus, or brings one up to date. Files that changed are read once to learn how many
 * entries are new, and, if these are too many to hold, once more to embed and write them. What the last reading
 * met is what is recorded, should a file have changed in between.
 */
public final class Indexer {

    private static final int EXAMPLES = 3;

    private final Models models;
    private final Progress progress;
    private final long held;
    private final CorpusReader reader = new CorpusReader();

    /**
     * @param models where embedders come from
     * @param progress hears how far embedding is
     */
    public Indexer(Models models, Progress progress) {
        this(models, progress, PendingEntries.FEW);
    }

    /** @param held characters of new entries up to which no second reading is needed */
    Indexer(Models models, Progress progress, long held) {
        this.models = models;
        this.progress = progress;
        this.held = held;
    }

    /**
     * Brings an index up to date and publishes it, unless nothing changed.
     *
     * @param names models whose vectors the index shall hold, the default first; if there are none, those it
     *        has, or else {@link Models#DEFAULT}
     * @param rebuild whether to begin anew instead of comparing with what is published
     * @throws CorpusException if there is no question in the corpus; the index stays as it was
     * @throws IndexException if the index holds other models than those named, or cannot be written
     */
    public IndexReport index(Corpus corpus, EntrySink sink, List<String> names, boolean rebuild) {
        long began = System.nanoTime();
        IndexManifest before = rebuild ? null : sink.manifest().orElse(null);
        List<ModelSpec> specs = specs(names, before, sink.address());
        PublishedFiles published = PublishedFiles.of(before == null ? List.of() : sink.files());
        if (rebuild) {
            sink.clear();
        }
        EntryEmbedder embedder = new EntryEmbedder(new TextEmbedder(models, specs, sink.vectors()), false, sink::put,
                progress);
        CorpusScan reading = embedNew(corpus, published, specs.getFirst(), embedder);
        Changes changes = changes(corpus, published, reading);
        Effort effort = embedder.effort().orLarger(before == null ? Effort.NONE : before.effort());
        IndexManifest now = manifest(corpus, specs, reading.records(), changes, effort);
        IndexManifest manifest = before != null && now.saysTheSameAs(before) ? before : now;
        changes.write(sink);
        sink.publish(manifest, progress::optimizing);
        return new IndexReport(manifest, new IndexReport.Counts(changes.added(), changes.changed(),
                changes.removed().size(), changes.renamed(), embedder.embedded()), reading.findings(),
                (System.nanoTime() - began) / 1e9);
    }

    /**
     * Embeds a part of what another process indexes from the same corpus, and writes nothing else.
     *
     * @param names as for {@link #index}
     * @return the number of entries with at least one text that this process embedded
     * @throws CorpusException if there is no question in the corpus
     * @throws IndexException if the index holds other models than those named, or cannot be reached
     */
    public int embed(Corpus corpus, IndexState index, List<String> names) {
        List<ModelSpec> specs = specs(names, index.manifest().orElse(null), index.address());
        PublishedFiles published = PublishedFiles.of(index.files());
        // The writer of the index puts the entries into it.
        EntryEmbedder embedder = new EntryEmbedder(new TextEmbedder(models, specs, index.vectors()), true, entry -> {},
                progress);
        changes(corpus, published, embedNew(corpus, published, specs.getFirst(), embedder));
        return embedder.embedded();
    }

    /** Reads a corpus and embeds the entries that are new. */
    private CorpusScan embedNew(Corpus corpus, PublishedFiles published, ModelSpec first, EntryEmbedder embedder) {
        CorpusReader.Contents contents = reader.contents(corpus);
        PendingEntries few = new PendingEntries(held);
        CorpusScan reading = new CorpusScan(published, loading(first), few::add);
        reading.read(contents);
        if (reading.fresh() > 0) {
            try {
                progress.start(reading.fresh());
                if (few.all().isPresent()) {
                    few.all().get().forEach(embedder::add);
                } else {
                    reading = reading.again(embedder::add);
                    reading.read(contents);
                }
                embedder.finish();
            } finally {
                progress.end();
            }
        }
        return reading;
    }

    private static Changes changes(Corpus corpus, PublishedFiles published, CorpusScan reading) {
        Changes changes = new Changes(published, reading.records());
        if (changes.hashes().isEmpty()) {
            throw noQuestion(corpus, reading);
        }
        return changes;
    }

    /** The first file that changed tells that a model will be needed: it is loaded while files are parsed. */
    private Runnable loading(ModelSpec spec) {
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            if (!begun.getAndSet(true)) {
                Thread.ofPlatform().daemon().name("load-" + spec.name()).start(() -> load(spec));
            }
        };
    }

    private void load(ModelSpec spec) {
        try {
            models.embedder(spec.name());
        } catch (ModelException e) {
            // Comes up again where it is needed, if it is.
            System.getLogger(Indexer.class.getName()).log(System.Logger.Level.DEBUG, "not loaded", e);
        }
    }

    private List<ModelSpec> specs(List<String> names, @Nullable IndexManifest before, String address) {
        List<String> wanted = !names.isEmpty() ? names : before == null ? List.of(Models.DEFAULT) : before.spaces();
        List<ModelSpec> specs = wanted.stream().distinct().map(models::describe).toList();
        List<ModelEntry> entries = specs.stream().map(Indexer::entry).toList();
        if (before != null && !before.models().equals(entries)) {
            throw new IndexException(address, "holds vectors of "
                    + before.spaces() + ", not of " + wanted
                    + " as they are now; make it anew: qorpus index --rebuild");
        }
        return specs;
    }

    static ModelEntry entry(ModelSpec spec) {
        return new ModelEntry(spec.name(), spec.dimension(), spec.checksum());
    }

    private static CorpusException noQuestion(Corpus corpus, CorpusScan reading) {
        String place = String.join(", ", corpus.roots().stream().map(Object::toString).toList());
        int files = reading.records().size();
        String first = reading.findings().isEmpty() ? "" : " (" + reading.findings().getFirst() + ")";
        return new CorpusException(place, "no question in " + files + (files == 1 ? " file" : " files")
                + first + "; the index was not changed. Run 'qorpus check' for what was found");
    }

    private static IndexManifest manifest(Corpus corpus, List<ModelSpec> specs, List<FileRecord> records,
            Changes changes, Effort effort) {
        SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
        int unanswered = 0;
        for (FileRecord record : records) {
            unanswered += record.summary().unanswered();
            record.summary().values().forEach((field, counts) -> counts.forEach((value, count) -> values
                    .computeIfAbsent(field, name -> new TreeMap<>()).merge(value, count, Integer::sum)));
        }
        List<String> examples = records.stream().flatMap(record -> record.summary().examples().stream())
                .limit(EXAMPLES).toList();
        return new IndexManifest(IndexSchema.VERSION, IndexSchema.ANALYSIS, specs.stream().map(Indexer::entry).toList(),
                corpus.roots().stream().map(root -> root.toAbsolutePath().normalize().toString()).toList(),
                EntryHash.ofAll(changes.hashes()),
                new IndexManifest.Counts(records.size(), changes.hashes().size(), unanswered), values, examples, effort,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
