package dev.qorpus.search.query;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexingStats.Throughput;
import dev.qorpus.search.backend.IndexSize;
import dev.qorpus.search.backend.IndexSize.Vectors;
import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * What a mode costs beside the time of a search.
 *
 * @param bytesPerEntry what it looks up on disk, without the entries themselves
 * @param indexMillisPerEntry what it took to make that, on all cores: writing for words, embedding for vectors
 */
public record ModeCost(double bytesPerEntry, double indexMillisPerEntry) {

    /** Of what is not used, or not known. */
    public static final ModeCost NONE = new ModeCost(0, 0);

    public static ModeCost of(Mode mode, IndexManifest manifest, IndexSize indexSize) {
        double entries = Math.max(1, manifest.counts().entries());
        ModeCost words = !mode.uses(RetrieverKind.LEXICAL)
                ? NONE
                : new ModeCost(indexSize.words() / entries, manifest.stats().writing().millisPerItem());
        ModeCost vectors = mode.uses(RetrieverKind.DENSE) ? vectors(mode.space(), manifest, indexSize, entries) : NONE;
        return new ModeCost(words.bytesPerEntry + vectors.bytesPerEntry,
                words.indexMillisPerEntry + vectors.indexMillisPerEntry);
    }

    private static ModeCost vectors(String space, IndexManifest manifest, IndexSize indexSize, double entries) {
        Vectors vectors = indexSize.spaces().getOrDefault(space, new Vectors(0, 0));
        Throughput embedding = manifest.stats().embedding().getOrDefault(space, Throughput.NONE);
        return new ModeCost(vectors.bytes() / entries, vectors.count() / entries * embedding.millisPerItem());
    }
}
