package dev.qorpus.indexer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.corpus.CorpusHandler;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.Entry;
import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.corpus.Finding;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.EntrySink.Published;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/**
 * Makes an index of a corpus, or brings one up to date. The corpus is read twice: once to learn what changed,
 * and, if anything did, once more to embed and write that.
 */
public final class Indexer {

    private final Models models;
    private final Progress progress;
    private final CorpusReader reader = new CorpusReader();

    /**
     * @param models where embedders come from
     * @param progress hears how far embedding is
     */
    public Indexer(Models models, Progress progress) {
        this.models = models;
        this.progress = progress;
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
        Census census = new Census(before == null ? Map.of() : sink.published());
        reader.read(corpus, census);
        List<EntryId> removed = census.removed();
        if (census.hashes.isEmpty() && census.kept().isEmpty()) {
            throw noQuestion(corpus, census);
        }
        IndexManifest manifest = before;
        int embedded = 0;
        if (before == null || !census.added.isEmpty() || !census.changed.isEmpty() || !removed.isEmpty()) {
            if (rebuild) {
                sink.clear();
            }
            removed.forEach(sink::remove);
            embedded = write(corpus, sink, specs, census);
            manifest = manifest(corpus, specs, census);
            sink.publish(manifest);
        }
        return new IndexReport(Objects.requireNonNull(manifest), census.added.size(), census.changed.size(),
                removed.size(), embedded, census.findings, (System.nanoTime() - began) / 1e9);
    }

    private static List<ModelSpec> specs(List<String> names, @Nullable IndexManifest before, String address) {
        List<String> wanted = !names.isEmpty() ? names : before == null ? List.of(Models.DEFAULT) : before.spaces();
        List<ModelSpec> specs = wanted.stream().distinct().map(Models::spec).toList();
        List<ModelEntry> entries = specs.stream().map(Indexer::entry).toList();
        if (before != null && !before.models().equals(entries)) {
            throw new IndexException(address, "holds vectors of "
                    + before.spaces() + ", not of " + wanted
                    + " as they are now; make it anew: qorpus index --rebuild");
        }
        return specs;
    }

    private static ModelEntry entry(ModelSpec spec) {
        return new ModelEntry(spec.name(), spec.dimension(), spec.checksum());
    }

    private static CorpusException noQuestion(Corpus corpus, Census census) {
        String place = String.join(", ", corpus.roots().stream().map(Object::toString).toList());
        String first = census.findings.isEmpty() ? "" : " (" + census.findings.getFirst() + ")";
        return new CorpusException(place, "no question in " + census.files + (census.files == 1 ? " file" : " files")
                + first + "; the index was not changed. Run 'qorpus check' for what was found");
    }

    /** The second reading: embeds and writes what is new. */
    private int write(Corpus corpus, EntrySink sink, List<ModelSpec> specs, Census census) {
        int fresh = census.added.size() + census.changed.size();
        if (fresh == 0) {
            return 0;
        }
        try (EntryEmbedder embedder = new EntryEmbedder(models, specs, sink, progress)) {
            progress.start(fresh);
            reader.read(corpus, new CorpusHandler() {
                @Override
                public void entry(Entry entry) {
                    if (census.isNew(entry.id())) {
                        embedder.add(entry);
                    }
                }

                @Override
                public void finding(Finding finding) {
                    // Noted in the first reading.
                }
            });
            return embedder.finish();
        }
    }

    private static IndexManifest manifest(Corpus corpus, List<ModelSpec> specs, Census census) {
        SortedMap<EntryId, String> hashes = new TreeMap<>(census.hashes);
        for (Map.Entry<EntryId, Published> kept : census.kept().entrySet()) {
            hashes.put(kept.getKey(), kept.getValue().hash());
        }
        IndexManifest.Counts counts = new IndexManifest.Counts(census.files, hashes.size(), census.unanswered);
        return new IndexManifest(IndexSchema.VERSION, IndexSchema.ANALYSIS, specs.stream().map(Indexer::entry).toList(),
                corpus.roots().stream().map(root -> root.toAbsolutePath().normalize().toString()).toList(),
                EntryHash.ofAll(hashes), counts, census.values, census.examples(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
