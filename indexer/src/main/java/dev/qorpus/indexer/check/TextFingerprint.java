package dev.qorpus.indexer.check;

import java.nio.ByteBuffer;

import dev.qorpus.models.Sha256;

/** A fingerprint of a text: 128 bits of its SHA-256. Different texts of a corpus never have the same fingerprint. */
record TextFingerprint(long high, long low) {

    static TextFingerprint of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
        return new TextFingerprint(bytes.getLong(), bytes.getLong());
    }
}
