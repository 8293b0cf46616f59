package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a corpus file by file. A file that cannot be read becomes a finding at its place; the others are read
 * all the same.
 */
public final class CorpusReader {

    /**
     * Reads all files of a corpus, in the order of their names.
     *
     * @throws CorpusException if the corpus holds no file
     */
    public void read(Corpus corpus, CorpusHandler handler) {
        CorpusHandler unique = new UniqueIds(handler);
        CorpusWalk.Listing listing = corpus.listing();
        listing.findings().forEach(handler::finding);
        for (CorpusWalk.SourceFile file : listing.files()) {
            handler.file(file.name());
            try {
                file.parser().parse(file.name(), () -> Files.newInputStream(file.path()), unique);
            } catch (CharacterCodingException e) {
                unreadable(file, 1, "not UTF-8" + e.getMessage() + "; save it as UTF-8", unique);
            } catch (UnreadableException e) {
                unreadable(file, e.line(), Objects.requireNonNull(e.getMessage()), unique);
            } catch (IOException e) {
                unreadable(file, 1, "cannot be read; check its permissions", unique);
            }
        }
    }

    private static void unreadable(CorpusWalk.SourceFile file, int line, String message, CorpusHandler handler) {
        handler.finding(new Finding(Finding.Rule.UNREADABLE_FILE, file.name(), line, null, message));
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
        public void layout(String reason) {
            next.layout(reason);
        }

        @Override
        public void finding(Finding finding) {
            next.finding(finding);
        }
    }
}
