package dev.qorpus.indexer.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a corpus file by file. A file that cannot be read becomes a finding at its place; the others are read
 * all the same.
 */
public final class CorpusReader {

    /** Markdown is parsed as a whole; larger files of it are not written by hand. */
    private static final long LARGEST_MARKDOWN = 64L << 20;

    private final MarkdownParser markdown = new MarkdownParser();
    private final JsonlParser jsonl = new JsonlParser();

    /**
     * Reads all files of a corpus, in the order of their names.
     *
     * @throws CorpusException if the corpus holds no file
     */
    public void read(Corpus corpus, CorpusHandler handler) {
        CorpusHandler unique = new UniqueIds(handler);
        for (Corpus.SourceFile file : corpus.files()) {
            handler.file(file.name());
            try {
                if (file.isJsonl()) {
                    readJsonl(file, unique);
                } else {
                    readMarkdown(file, unique);
                }
            } catch (CharacterCodingException e) {
                unreadable(file, "not UTF-8" + e.getMessage() + "; save it as UTF-8", unique);
            } catch (IOException e) {
                unreadable(file, "cannot be read; check its permissions", unique);
            }
        }
    }

    private void readMarkdown(Corpus.SourceFile file, CorpusHandler handler) throws IOException {
        long size = Files.size(file.path());
        if (size > LARGEST_MARKDOWN) {
            unreadable(file, size + " bytes are too many; at most " + LARGEST_MARKDOWN + " are read, split the file",
                    handler);
            return;
        }
        MarkdownParser.Parsed parsed = markdown.parse(file.name(), decode(file.path()));
        parsed.entries().forEach(handler::entry);
        parsed.findings().forEach(handler::finding);
    }

    private void readJsonl(Corpus.SourceFile file, CorpusHandler handler) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file.path()), decoder))) {
            jsonl.parse(file.name(), lines, handler);
        } catch (CharacterCodingException e) {
            throw new PlacedCodingException("");
        }
    }

    private static String decode(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        if (result.isError()) {
            int line = 1 + (int) chars.flip().chars().filter(c -> c == '\n').count();
            throw new PlacedCodingException(
                    " (byte 0x%02X in line %d)".formatted(bytes.get(bytes.position()), line));
        }
        String text = chars.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void unreadable(Corpus.SourceFile file, String message, CorpusHandler handler) {
        handler.finding(new Finding(Finding.Rule.UNREADABLE_FILE, file.name(), 1, null, message));
    }

    /** Bytes that are not UTF-8, and where. */
    private static final class PlacedCodingException extends CharacterCodingException {
        private static final long serialVersionUID = 1L;
        private final String place;

        PlacedCodingException(String place) {
            this.place = place;
        }

        @Override
        public String getMessage() {
            return place;
        }
    }

    /** Lets the first entry of each id pass and reports the others. */
    private record UniqueIds(CorpusHandler next, Set<EntryId> seen) implements CorpusHandler {
        UniqueIds(CorpusHandler next) {
            this(next, new HashSet<>());
        }

        @Override
        public void entry(Entry entry) {
            if (seen.add(entry.id())) {
                next.entry(entry);
            } else {
                finding(new Finding(Finding.Rule.DUPLICATE_ID, entry.file(), entry.line(), entry.id(),
                        "the id '" + entry.id() + "' was used before; the first one is kept"));
            }
        }

        @Override
        public void finding(Finding finding) {
            next.finding(finding);
        }
    }
}
