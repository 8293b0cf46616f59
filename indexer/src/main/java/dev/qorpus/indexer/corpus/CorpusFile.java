package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** One file of a corpus, which may change or vanish at any moment. */
public final class CorpusFile {

    private static final int BUFFER = 1 << 16;

    private final Corpus.SourceFile file;

    CorpusFile(Corpus.SourceFile file) {
        this.file = file;
    }

    /** Its path below the corpus folder. */
    public String name() {
        return file.name();
    }

    /** Whether it is still there. */
    public boolean exists() {
        return Files.exists(file.path());
    }

    /** SHA-256 of its bytes as they are now, in hexadecimal; nothing if they cannot be read. */
    public Optional<String> digest() {
        try (DigestInputStream bytes = open()) {
            return Optional.of(rest(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Hands on what the file holds. What in it cannot be read becomes a finding.
     *
     * @return SHA-256 of the very bytes that were parsed; nothing if they could not be read to their end
     */
    public Optional<String> read(CorpusHandler handler) {
        handler.file(file.name());
        try (DigestInputStream bytes = open()) {
            file.parser().parse(file.name(), bytes, handler);
            return Optional.of(rest(bytes));
        } catch (CharacterCodingException e) {
            unreadable("not UTF-8" + e.getMessage() + "; save it as UTF-8", handler);
        } catch (IOException e) {
            unreadable("cannot be read; check its permissions", handler);
        }
        return Optional.empty();
    }

    private void unreadable(String message, CorpusHandler handler) {
        handler.finding(new Finding(Finding.Rule.UNREADABLE_FILE, file.name(), 1, null, message));
    }

    private DigestInputStream open() throws IOException {
        try {
            InputStream bytes = Files.newInputStream(file.path());
            return new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reads to the end, where a parser may have stopped before. */
    private static String rest(DigestInputStream bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (bytes.read(buffer) >= 0) {
            // The digest hears of it.
        }
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }
}
