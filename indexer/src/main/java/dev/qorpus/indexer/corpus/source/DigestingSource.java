package dev.qorpus.indexer.corpus.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import dev.qorpus.models.Sha256;

/**
 * The content of a file, with SHA-256 of the bytes that were read. A parser may open it several times. If the file changes
 * in between, there is no digest.
 */
public final class DigestingSource implements Source {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Set<String> digests = new HashSet<>();

    public DigestingSource(Path path) {
        this.path = path;
    }

    @Override
    public InputStream open() throws IOException {
        return new DrainingStream(new DigestInputStream(Files.newInputStream(path), Sha256.digest()));
    }

    /** SHA-256 in hexadecimal; empty if two openings read different bytes. */
    public Optional<String> digest() {
        return digests.size() == 1 ? digests.stream().findFirst() : Optional.empty();
    }

    /** Reads to the end when it is closed, because a parser may stop earlier. */
    private final class DrainingStream extends FilterInputStream {
        private final DigestInputStream bytes;
        private boolean closed;

        DrainingStream(DigestInputStream bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public void close() throws IOException {
            try (DigestInputStream rest = bytes) {
                byte[] buffer = new byte[BUFFER];
                while (!closed && rest.read(buffer) >= 0) {
                    // Reading updates the digest.
                }
                if (!closed) {
                    closed = true;
                    digests.add(HexFormat.of().formatHex(rest.getMessageDigest().digest()));
                }
            }
        }
    }
}
