package dev.qorpus.indexer.check;

import java.nio.ByteBuffer;

import dev.qorpus.models.Sha256;

/** Stands for a text in a few bytes: 128 bits, so that no two texts of any corpus share one. */
record Digest(long high, long low) {

    static Digest of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
        return new Digest(bytes.getLong(), bytes.getLong());
    }
}
