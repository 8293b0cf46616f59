package dev.qorpus.indexer;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusFile;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.schema.FileRecord;

/**
 * How the files of a corpus differ from those that were indexed.
 *
 * @param changed the number of files with other content
 * @param added the number of files that were not indexed
 * @param removed the number of indexed files that are gone
 */
public record FileChanges(int changed, int added, int removed) {

    /** No difference. */
    public static final FileChanges NONE = new FileChanges(0, 0, 0);

    /**
     * Compares names and content. Content is compared for a limited time, the latest files first: these are the likeliest
     * to have changed.
     *
     * @param indexed the records of the indexed files
     * @param limit the time after which no further file is read
     * @throws dev.qorpus.indexer.corpus.CorpusException if the corpus cannot be listed
     */
    public static FileChanges between(List<FileRecord> indexed, Corpus corpus, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Map<String, String> digests = new HashMap<>();
        indexed.forEach(record -> digests.put(record.file(), record.digest()));
        List<CorpusFile> files = new CorpusReader().contents(corpus).files();
        List<CorpusFile> known = files.stream().filter(file -> digests.containsKey(file.name()))
                .sorted(Comparator.comparing(CorpusFile::modified).reversed()).toList();
        int changed = 0;
        for (CorpusFile file : known) {
            if (System.nanoTime() - end >= 0) {
                break;
            }
            changed += isChanged(file, digests.getOrDefault(file.name(), "")) ? 1 : 0;
        }
        return new FileChanges(changed, files.size() - known.size(), digests.size() - known.size());
    }

    /** A file that cannot be read, now or when it was indexed, says nothing. */
    private static boolean isChanged(CorpusFile file, String before) {
        Optional<String> now = file.digest();
        return !before.isEmpty() && now.isPresent() && !now.get().equals(before);
    }

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
