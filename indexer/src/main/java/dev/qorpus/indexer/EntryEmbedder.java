package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.Effort;
import dev.qorpus.indexer.schema.Effort.Work;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/**
 * Collects entries, embeds their texts in batches large enough to be sorted by length, and puts them into the
 * sink. A text that the index has a vector of is not embedded again.
 */
final class EntryEmbedder implements AutoCloseable {

    /** Texts embedded at a time: enough to keep all cores busy to the end, few enough to lose by a crash. */
    private static final int BATCH = 128;
    /** Entries that wait for what another process embeds, before this one waits too. */
    private static final int MOST_ELSEWHERE = 2_000;
    private static final int PAUSE_MILLIS = 200;

    /** An entry that waits for its vectors. */
    private record Waiting(Entry entry, List<Passage> passages, EmbeddedTexts texts) {}

    private final PassageSplitter splitter = new PassageSplitter(RankingConstants.PASSAGE_WORDS);
    private final Models models;
    private final List<ModelSpec> specs;
    private final EntrySink sink;
    private final Progress progress;
    private final List<Waiting> waiting = new ArrayList<>();
    /** Entries of which another process embeds a text, the earliest first. */
    private final List<Waiting> elsewhere = new ArrayList<>();
    private final SortedMap<String, Work> embedding = new TreeMap<>();
    private Work writing = Work.NONE;
    private int texts;
    private int embedded;

    EntryEmbedder(Models models, List<ModelSpec> specs, EntrySink sink, Progress progress) {
        this.models = models;
        this.specs = specs;
        this.sink = sink;
        this.progress = progress;
    }

    void add(Entry entry) {
        String answer = entry.answer().text();
        List<Passage> passages = splitter.split(answer);
        waiting.add(new Waiting(entry, passages, EmbeddedTexts.of(entry.question(), answer, passages)));
        texts += 1 + passages.size();
        if (texts >= BATCH) {
            flush(true);
        }
    }

    /** Embeds what waits; returns of how many entries at least one text went through a model. */
    int finish() {
        // What is embedded last is published at once.
        flush(false);
        settle(0);
        return embedded;
    }

    /** What it took so far. */
    Effort effort() {
        return new Effort(writing, embedding);
    }

    /** @param more whether further texts follow, so that these vectors have to be kept until all are published */
    private void flush(boolean more) {
        elsewhere.addAll(write(waiting, more));
        waiting.clear();
        texts = 0;
        if (more) {
            settle(MOST_ELSEWHERE);
        }
    }

    /** Writes what others have embedded meanwhile, until no more entries than these wait for them. */
    private void settle(int most) {
        int before = Integer.MAX_VALUE;
        while (elsewhere.size() > most) {
            if (elsewhere.size() == before) {
                pause();
            }
            before = elsewhere.size();
            List<Waiting> earliest = elsewhere.subList(0, Math.min(BATCH, before));
            List<Waiting> left = write(List.copyOf(earliest), true);
            earliest.clear();
            elsewhere.addAll(0, left);
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

    /** Embeds and writes entries; returns those of which another process embeds a text. */
    private List<Waiting> write(List<Waiting> batch, boolean more) {
        Set<String> wanted = new LinkedHashSet<>();
        batch.forEach(entry -> wanted.addAll(entry.texts().all()));
        Map<String, Map<String, float[]>> vectors = new LinkedHashMap<>();
        Set<String> fresh = new HashSet<>();
        for (ModelSpec spec : specs) {
            vectors.put(spec.name(), vectors(spec, wanted, fresh, more));
        }
        long began = System.nanoTime();
        List<Waiting> left = new ArrayList<>();
        for (Waiting entry : batch) {
            if (vectors.values().stream().allMatch(known -> known.keySet().containsAll(entry.texts().all()))) {
                sink.put(indexed(entry, vectors));
                embedded += entry.texts().all().stream().anyMatch(fresh::contains) ? 1 : 0;
            } else {
                left.add(entry);
            }
        }
        writing = writing.plus(new Work(batch.size() - left.size(), secondsSince(began)));
        progress.embedded(batch.size() - left.size());
        return left;
    }

    private Map<String, float[]> vectors(ModelSpec spec, Set<String> wanted, Set<String> fresh, boolean more) {
        Map<String, float[]> known = new HashMap<>(sink.vectors(Indexer.entry(spec), wanted));
        Set<String> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(known.keySet());
        List<String> mine = missing.isEmpty()
                ? List.of()
                : List.copyOf(sink.claim(Indexer.entry(spec), missing, more));
        if (!mine.isEmpty()) {
            Embedder embedder = models.embedder(spec.name());
            long began = System.nanoTime();
            float[][] rows = embedder.embedPassages(mine);
            embedding.merge(spec.name(), new Work(rows.length, secondsSince(began)), Work::plus);
            Map<String, float[]> computed = new HashMap<>();
            for (int i = 0; i < rows.length; i++) {
                computed.put(mine.get(i), rows[i]);
            }
            if (more || sink.isHelper()) {
                sink.keep(Indexer.entry(spec), computed);
            }
            known.putAll(computed);
            fresh.addAll(mine);
        }
        return known;
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private static IndexedEntry indexed(Waiting entry, Map<String, Map<String, float[]>> vectors) {
        Map<String, EntryVectors> spaces = new LinkedHashMap<>();
        vectors.forEach((space, byText) -> spaces.put(space, new EntryVectors(vector(byText, entry.texts().question()),
                entry.texts().passages().stream().map(text -> vector(byText, text)).toArray(float[][]::new))));
        return new IndexedEntry(entry.entry(), EntryHash.of(entry.entry()), entry.passages(), entry.texts(), spaces);
    }

    private static float[] vector(Map<String, float[]> byText, String text) {
        float[] vector = byText.get(text);
        if (vector == null) {
            throw new IllegalStateException("every text of a batch has a vector");
        }
        return vector;
    }

    @Override
    public void close() {
        progress.end();
    }
}
