package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.source.DigestingSource;
import dev.qorpus.indexer.corpus.source.UnreadableException;
import dev.qorpus.indexer.corpus.source.Utf8;

/** One file of a corpus, which may change or vanish at any moment. */
public final class CorpusFile {

    private final CorpusWalk.SourceFile file;

    CorpusFile(CorpusWalk.SourceFile file) {
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
        DigestingSource source = new DigestingSource(file.path());
        try {
            // Closing reads it to its end.
            source.open().close();
        } catch (IOException e) {
            return Optional.empty();
        }
        return source.digest();
    }

    /**
     * Hands on what the file holds. What in it cannot be read becomes a finding.
     *
     * @return SHA-256 of the very bytes that were parsed; nothing if they could not be read to their end, or
     *         changed meanwhile
     */
    public Optional<String> read(CorpusHandler handler) {
        handler.file(file.name());
        DigestingSource source = new DigestingSource(file.path());
        try {
            file.parser().parse(file.name(), source, handler);
            return source.digest();
        } catch (CharacterCodingException e) {
            unreadable(Utf8.line(e), "not UTF-8" + e.getMessage() + "; save it as UTF-8", handler);
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
