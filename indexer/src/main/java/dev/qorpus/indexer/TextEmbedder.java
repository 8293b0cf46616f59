package dev.qorpus.indexer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexingStats.Throughput;
import dev.qorpus.indexer.schema.TextVectors;
import dev.qorpus.indexer.schema.VectorStore;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.TokenAxes;

/** Embeds texts with one or more models. A text whose vector is stored is not embedded again. */
final class TextEmbedder {

    private final Models models;
    private final List<ModelSpec> specs;
    private final Function<ModelSpec, ModelEntry> entries;
    private final VectorStore store;
    private final SortedMap<String, Throughput> work = new TreeMap<>();

    /** @param entries what the index says of each model, among other things whether it has the vectors of tokens */
    TextEmbedder(Models models, List<ModelSpec> specs, Function<ModelSpec, ModelEntry> entries, VectorStore store) {
        this.models = models;
        this.specs = specs;
        this.entries = entries;
        this.store = store;
    }

    /**
     * The vectors of a batch.
     *
     * @param spaces by vector space, vectors by text
     * @param computed the texts that this process embedded with at least one model
     */
    record Vectors(Map<String, Map<String, TextVectors>> spaces, Set<String> computed) {

        /** Whether every text of an entry has a vector in every space. */
        boolean cover(EmbeddedTexts texts) {
            return spaces.values().stream().allMatch(vectors -> vectors.keySet().containsAll(texts.all()));
        }

        /** The vectors of an entry by vector space. They must {@link #cover} its texts. */
        Map<String, EntryVectors> of(EmbeddedTexts texts) {
            Map<String, EntryVectors> entry = new LinkedHashMap<>();
            spaces.forEach((space, vectors) -> {
                TextVectors question = vector(vectors, texts.question());
                List<TextVectors> passages = texts.passages().stream().map(text -> vector(vectors, text)).toList();
                entry.put(space, new EntryVectors(question.vector(),
                        passages.stream().map(TextVectors::vector).toArray(float[][]::new),
                        (passages.isEmpty() ? List.of(question) : passages).stream().map(TextVectors::tokens)
                                .toArray(byte[][]::new)));
            });
            return entry;
        }

        private static TextVectors vector(Map<String, TextVectors> vectors, String text) {
            TextVectors vector = vectors.get(text);
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
            ModelEntry model = entries.apply(spec);
            Map<String, TextVectors> known = new HashMap<>(store.find(model, texts));
            Set<String> missing = new LinkedHashSet<>(texts);
            missing.removeAll(known.keySet());
            List<String> mine = missing.isEmpty() || !share
                    ? List.copyOf(missing)
                    : List.copyOf(store.claim(model, missing));
            if (!mine.isEmpty()) {
                Map<String, TextVectors> computed = compute(spec, model.hasTokens(), mine);
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

    private Map<String, TextVectors> compute(ModelSpec spec, boolean tokens, List<String> texts) {
        Embedder embedder = models.embedder(spec.name());
        long began = System.nanoTime();
        List<TextVectors> rows = tokens
                ? withTokens(embedder, models.axes(spec.name()).orElseThrow(), texts)
                : Arrays.stream(embedder.embedPassages(texts))
                        .map(vector -> new TextVectors(vector, new byte[0])).toList();
        work.merge(spec.name(), new Throughput(rows.size(), (System.nanoTime() - began) / 1e9), Throughput::plus);
        Map<String, TextVectors> computed = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            computed.put(texts.get(i), rows.get(i));
        }
        return computed;
    }

    private static List<TextVectors> withTokens(Embedder embedder, TokenAxes axes, List<String> texts) {
        return embedder.passageTokens(texts).stream()
                .map(embedded -> new TextVectors(embedded.vector(), axes.pack(embedded.tokens().rows()))).toList();
    }

    /** The texts embedded so far, and the time that took, by vector space. */
    SortedMap<String, Throughput> work() {
        return work;
    }
}
