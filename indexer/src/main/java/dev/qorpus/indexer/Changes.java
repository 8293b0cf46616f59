package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;

/** The differences between a scan of the corpus and the published index. */
final class Changes {

    private final PublishedFiles published;
    private final List<FileRecord> records;
    private final NavigableMap<EntryId, String> hashes = new TreeMap<>();
    private final Map<String, FileRecord> deletedFiles;
    private int added;
    private int changed;

    Changes(PublishedFiles published, List<FileRecord> records) {
        this.published = published;
        this.records = records;
        this.deletedFiles = new HashMap<>(published.files());
        for (FileRecord record : records) {
            deletedFiles.remove(record.file());
            record.hashes().forEach(this::compare);
        }
    }

    private void compare(EntryId id, String hash) {
        hashes.put(id, hash);
        String before = published.hash(id);
        added += before == null ? 1 : 0;
        changed += before == null || before.equals(hash) ? 0 : 1;
    }

    /** The hashes of all entries of the corpus. */
    NavigableMap<EntryId, String> hashes() {
        return hashes;
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    /** The published entries that are no longer in the corpus. */
    List<EntryId> removed() {
        List<EntryId> removed = new ArrayList<>(published.hashes().keySet());
        removed.removeIf(hashes::containsKey);
        return removed;
    }

    /** The number of new files with the bytes of a deleted file. */
    int renamed() {
        Set<String> digests = new HashSet<>();
        deletedFiles.values().forEach(record -> digests.add(record.digest()));
        digests.remove("");
        return (int) records.stream()
                .filter(record -> published.file(record.file()) == null && digests.contains(record.digest())).count();
    }

    /** Removes deleted entries and files, and writes the file records that changed. */
    void write(EntrySink sink) {
        removed().forEach(sink::remove);
        deletedFiles.keySet().forEach(sink::removeFile);
        records.stream().filter(record -> !record.equals(published.file(record.file()))).forEach(sink::putFile);
    }
}
