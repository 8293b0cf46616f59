package dev.qorpus.indexer.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Stands for a text in a few bytes: 128 bits, so that no two texts of any corpus share one. */
record Digest(long high, long low) {

    static Digest of(String text) {
        try {
            ByteBuffer bytes = ByteBuffer
                    .wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Digest(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
