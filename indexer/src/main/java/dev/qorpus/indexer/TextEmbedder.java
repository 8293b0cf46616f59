package dev.qorpus.indexer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexingStats.Throughput;
import dev.qorpus.indexer.schema.VectorStore;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/** Embeds texts with one or more models. A text whose vector is stored is not embedded again. */
final class TextEmbedder {

    private final Models models;
    private final List<ModelSpec> specs;
    private final VectorStore store;
    private final SortedMap<String, Throughput> work = new TreeMap<>();

    TextEmbedder(Models models, List<ModelSpec> specs, VectorStore store) {
        this.models = models;
        this.specs = specs;
        this.store = store;
    }

    /**
     * The vectors of a batch.
     *
     * @param spaces by vector space, vectors by text
     * @param computed the texts that this process embedded with at least one model
     */
    record Vectors(Map<String, Map<String, float[]>> spaces, Set<String> computed) {

        /** Whether every text of an entry has a vector in every space. */
        boolean cover(EmbeddedTexts texts) {
            return spaces.values().stream().allMatch(vectors -> vectors.keySet().containsAll(texts.all()));
        }

        /** The vectors of an entry by vector space. They must {@link #cover} its texts. */
        Map<String, EntryVectors> of(EmbeddedTexts texts) {
            Map<String, EntryVectors> entry = new LinkedHashMap<>();
            spaces.forEach((space, vectors) -> entry.put(space, new EntryVectors(vector(vectors, texts.question()),
                    texts.passages().stream().map(text -> vector(vectors, text)).toArray(float[][]::new))));
            return entry;
        }

        private static float[] vector(Map<String, float[]> vectors, String text) {
            float[] vector = vectors.get(text);
            if (vector == null) {
                throw new IllegalStateException("every text of a covered entry has a vector");
            }
            return vector;
        }
    }

    /**
     * Looks up the vectors of texts, and embeds the texts that have none.
     *
     * @param share whether other processes take part: then texts that they embed are left out, and new vectors are
     *        stored
     * @return the vectors that are known now
     */
    Vectors embed(Set<String> texts, boolean share) {
        Vectors vectors = new Vectors(new LinkedHashMap<>(), new HashSet<>());
        for (ModelSpec spec : specs) {
            ModelEntry model = Indexer.entry(spec);
            Map<String, float[]> known = new HashMap<>(store.find(model, texts));
            Set<String> missing = new LinkedHashSet<>(texts);
            missing.removeAll(known.keySet());
            List<String> mine = missing.isEmpty() || !share
                    ? List.copyOf(missing)
                    : List.copyOf(store.claim(model, missing));
            if (!mine.isEmpty()) {
                Map<String, float[]> computed = compute(spec, mine);
                if (share) {
                    store.add(model, computed);
                }
                known.putAll(computed);
                vectors.computed.addAll(mine);
            }
            vectors.spaces.put(spec.name(), known);
        }
        return vectors;
    }

    private Map<String, float[]> compute(ModelSpec spec, List<String> texts) {
        Embedder embedder = models.embedder(spec.name());
        long began = System.nanoTime();
        float[][] rows = embedder.embedPassages(texts);
        work.merge(spec.name(), new Throughput(rows.length, (System.nanoTime() - began) / 1e9), Throughput::plus);
        Map<String, float[]> computed = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            computed.put(texts.get(i), rows[i]);
        }
        return computed;
    }

    /** The texts embedded so far, and the time that took, by vector space. */
    SortedMap<String, Throughput> work() {
        return work;
    }
}
