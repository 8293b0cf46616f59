package dev.qorpus.search;

import dev.qorpus.indexer.schema.Effort.Work;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.Footprint;
import dev.qorpus.search.backend.Footprint.Vectors;

/**
 * What a mode costs beside the time of a search.
 *
 * @param bytesPerEntry what it looks up on disk, without the entries themselves
 * @param indexMillisPerEntry what it took to make that, on all cores: writing for words, embedding for vectors
 */
public record Cost(double bytesPerEntry, double indexMillisPerEntry) {

    /** Of what is not used, or not known. */
    public static final Cost NONE = new Cost(0, 0);

    static Cost of(Mode mode, IndexManifest manifest, Footprint footprint) {
        double entries = Math.max(1, manifest.counts().entries());
        Cost words = !mode.usesWords()
                ? NONE
                : new Cost(footprint.words() / entries, manifest.effort().writing().millisEach());
        Cost vectors = mode.usesVectors() ? vectors(mode.space(), manifest, footprint, entries) : NONE;
        return new Cost(words.bytesPerEntry + vectors.bytesPerEntry,
                words.indexMillisPerEntry + vectors.indexMillisPerEntry);
    }

    private static Cost vectors(String space, IndexManifest manifest, Footprint footprint, double entries) {
        Vectors vectors = footprint.spaces().getOrDefault(space, new Vectors(0, 0));
        Work embedding = manifest.effort().embedding().getOrDefault(space, Work.NONE);
        return new Cost(vectors.bytes() / entries, vectors.count() / entries * embedding.millisEach());
    }
}
