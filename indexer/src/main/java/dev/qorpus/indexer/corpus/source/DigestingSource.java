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
 * A file's content that tells SHA-256 of the very bytes that were read. A parser may open it several times, and
 * the file may change in between: then there is no digest that is true of all that was parsed.
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
        return new ToItsEnd(new DigestInputStream(Files.newInputStream(path), Sha256.digest()));
    }

    /** In hexadecimal, if every opening has read the same bytes. */
    public Optional<String> digest() {
        return digests.size() == 1 ? digests.stream().findFirst() : Optional.empty();
    }

    /** Reads to the end when it is closed, where a parser may have stopped before. */
    private final class ToItsEnd extends FilterInputStream {
        private final DigestInputStream bytes;
        private boolean closed;

        ToItsEnd(DigestInputStream bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public void close() throws IOException {
            try (DigestInputStream rest = bytes) {
                byte[] buffer = new byte[BUFFER];
                while (!closed && rest.read(buffer) >= 0) {
                    // The digest hears of it.
                }
                if (!closed) {
                    closed = true;
                    digests.add(HexFormat.of().formatHex(rest.getMessageDigest().digest()));
                }
            }
        }
    }
}
