package dev.qorpus.indexer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.FileRecord;

/**
 * The published files and entries.
 *
 * @param files the file records, by name
 * @param hashes the hashes of all entries, by id
 * @param roots the folders and files of the corpus
 */
record PublishedFiles(Map<String, FileRecord> files, Map<EntryId, String> hashes, List<String> roots) {

    /** Nothing is published. */
    static final PublishedFiles NONE = of(List.of(), List.of());

    static PublishedFiles of(List<FileRecord> records, List<String> roots) {
        Map<String, FileRecord> files = new HashMap<>();
        Map<EntryId, String> hashes = new HashMap<>();
        for (FileRecord record : records) {
            files.put(record.file(), record);
            hashes.putAll(record.hashes());
        }
        return new PublishedFiles(files, hashes, roots);
    }

    /** Whether the index is of a corpus. Only then may the corpus have become empty, and is not a mistyped name. */
    boolean isOf(List<String> corpus) {
        return !files.isEmpty() && roots.equals(corpus);
    }

    @Nullable
    FileRecord file(String name) {
        return files.get(name);
    }

    @Nullable
    String hash(EntryId id) {
        return hashes.get(id);
    }
}
