package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.IndexingStats;
import dev.qorpus.indexer.schema.IndexingStats.Throughput;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.indexer.schema.RankingConstants;

/**
 * Collects entries and embeds their texts in batches. The batches are large enough to be sorted by length. An entry is
 * handed on once all its texts have vectors.
 */
final class EntryEmbedder {

    /** Texts embedded at a time: enough to keep all cores busy to the end, few enough to lose in a crash. */
    private static final int BATCH = 128;
    /** Entries that may wait for another process before this process waits too. */
    private static final int MOST_DEFERRED = 2_000;
    private static final int PAUSE_MILLIS = 200;

    /** An entry without its vectors. */
    private record Unembedded(Entry entry, List<Passage> passages, EmbeddedTexts texts) {}

    private final PassageSplitter splitter = new PassageSplitter(RankingConstants.PASSAGE_WORDS);
    private final TextEmbedder embedder;
    private final boolean sharesLast;
    private final Consumer<IndexedEntry> output;
    private final Progress progress;
    private final List<Unembedded> batch = new ArrayList<>();
    /** Entries with a text that another process embeds, the earliest first. */
    private final List<Unembedded> deferred = new ArrayList<>();
    private Throughput writing = Throughput.NONE;
    private int texts;
    private int embedded;

    /**
     * @param sharesLast whether the last batch is shared with other processes like all others; unnecessary if its
     *        entries are published at once
     * @param output receives each entry with its vectors
     */
    EntryEmbedder(TextEmbedder embedder, boolean sharesLast, Consumer<IndexedEntry> output, Progress progress) {
        this.embedder = embedder;
        this.sharesLast = sharesLast;
        this.output = output;
        this.progress = progress;
    }

    void add(Entry entry) {
        List<Passage> passages = splitter.split(entry.answer().text());
        batch.add(new Unembedded(entry, passages, EmbeddedTexts.of(entry, passages)));
        texts += 1 + passages.size();
        if (texts >= BATCH) {
            flush(true);
            awaitDeferred(MOST_DEFERRED);
        }
    }

    /** Embeds the last batch, and waits until all entries have their vectors. */
    void finish() {
        flush(sharesLast);
        awaitDeferred(0);
    }

    /** The number of entries with at least one text that this process embedded. */
    int embedded() {
        return embedded;
    }

    /** The throughput so far. */
    IndexingStats stats() {
        return new IndexingStats(writing, embedder.work());
    }

    private void flush(boolean share) {
        deferred.addAll(embed(batch, share));
        batch.clear();
        texts = 0;
    }

    /** Embeds deferred entries, until no more than {@code most} are left. */
    private void awaitDeferred(int most) {
        int before = Integer.MAX_VALUE;
        while (deferred.size() > most) {
            if (deferred.size() == before) {
                pause();
            }
            before = deferred.size();
            List<Unembedded> earliest = deferred.subList(0, Math.min(BATCH, before));
            List<Unembedded> left = embed(List.copyOf(earliest), true);
            earliest.clear();
            deferred.addAll(0, left);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others embed", e);
        }
    }

    /** Embeds entries and hands them on. Returns the entries with a text that another process embeds. */
    private List<Unembedded> embed(List<Unembedded> entries, boolean share) {
        Set<String> wanted = new LinkedHashSet<>();
        entries.forEach(entry -> wanted.addAll(entry.texts().all()));
        TextEmbedder.Vectors vectors = embedder.embed(wanted, share);
        long began = System.nanoTime();
        List<Unembedded> left = new ArrayList<>();
        for (Unembedded entry : entries) {
            if (vectors.cover(entry.texts())) {
                output.accept(new IndexedEntry(entry.entry(), EntryHash.of(entry.entry()), entry.passages(),
                        entry.texts(), vectors.of(entry.texts())));
                embedded += entry.texts().all().stream().anyMatch(vectors.computed()::contains) ? 1 : 0;
            } else {
                left.add(entry);
            }
        }
        int done = entries.size() - left.size();
        writing = writing.plus(new Throughput(done, (System.nanoTime() - began) / 1e9));
        progress.embedded(done);
        return left;
    }
}
