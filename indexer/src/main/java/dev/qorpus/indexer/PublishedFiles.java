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
 */
record PublishedFiles(Map<String, FileRecord> files, Map<EntryId, String> hashes) {

    static PublishedFiles of(List<FileRecord> records) {
        Map<String, FileRecord> files = new HashMap<>();
        Map<EntryId, String> hashes = new HashMap<>();
        for (FileRecord record : records) {
            files.put(record.file(), record);
            hashes.putAll(record.hashes());
        }
        return new PublishedFiles(files, hashes);
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
