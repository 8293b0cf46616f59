package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.source.DigestingSource;
import dev.qorpus.indexer.corpus.source.UnreadableException;
import dev.qorpus.indexer.corpus.source.Utf8;

/** A file of a corpus. It may change or disappear at any time. */
public final class CorpusFile {

    private final CorpusListing.SourceFile file;

    CorpusFile(CorpusListing.SourceFile file) {
        this.file = file;
    }

    /** The path below the corpus folder. */
    public String name() {
        return file.name();
    }

    /** The file as it was listed. */
    public CorpusListing.SourceFile listed() {
        return file;
    }

    /** Whether the file still exists. */
    public boolean exists() {
        return Files.exists(file.path());
    }

    /** The time of the last change; the epoch if it is not known. */
    public Instant modified() {
        try {
            return Files.getLastModifiedTime(file.path()).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** SHA-256 of the current bytes, in hexadecimal; empty if the file cannot be read. */
    public Optional<String> digest() {
        DigestingSource source = new DigestingSource(file.path());
        try {
            // Closing reads the file to its end.
            source.open().close();
        } catch (IOException e) {
            return Optional.empty();
        }
        return source.digest();
    }

    /**
     * Parses the file and hands on its entries and findings. An error becomes a finding.
     *
     * @return SHA-256 of the bytes that were parsed; empty if the file could not be read to its end, or changed meanwhile
     */
    public Optional<String> read(CorpusHandler handler) {
        handler.file(file.name());
        DigestingSource source = new DigestingSource(file.path());
        try {
            file.parser().parse(file.name(), source, handler);
            return source.digest();
        } catch (CharacterCodingException e) {
            unreadable(Utf8.line(e), "not UTF-8" + e.getMessage() + "; save the file as UTF-8", handler);
        } catch (UnreadableException e) {
            unreadable(e.line(), Objects.requireNonNull(e.getMessage()), handler);
        } catch (IOException e) {
            unreadable(1, "cannot be read; check its permissions", handler);
        }
        return Optional.empty();
    }

    private void unreadable(int line, String message, CorpusHandler handler) {
        handler.finding(new Finding(Finding.Rule.UNREADABLE_FILE, file.name(), line, null, message));
    }
}
