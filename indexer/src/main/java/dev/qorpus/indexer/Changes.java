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

/** How what a reading met differs from what is published. */
final class Changes {

    private final PublishedFiles published;
    private final List<FileRecord> records;
    private final NavigableMap<EntryId, String> hashes = new TreeMap<>();
    private final Map<String, FileRecord> gone;
    private int added;
    private int changed;

    Changes(PublishedFiles published, List<FileRecord> records) {
        this.published = published;
        this.records = records;
        this.gone = new HashMap<>(published.files());
        for (FileRecord record : records) {
            gone.remove(record.file());
            record.hashes().forEach(this::compare);
        }
    }

    private void compare(EntryId id, String hash) {
        hashes.put(id, hash);
        String before = published.hash(id);
        added += before == null ? 1 : 0;
        changed += before == null || before.equals(hash) ? 0 : 1;
    }

    /** Hashes of all entries that the index shall have. */
    NavigableMap<EntryId, String> hashes() {
        return hashes;
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    /** Entries that are published and gone. */
    List<EntryId> removed() {
        List<EntryId> removed = new ArrayList<>(published.hashes().keySet());
        removed.removeIf(hashes::containsKey);
        return removed;
    }

    /** How many files have a new name, and the bytes of one that is gone. */
    int renamed() {
        Set<String> digests = new HashSet<>();
        gone.values().forEach(record -> digests.add(record.digest()));
        digests.remove("");
        return (int) records.stream()
                .filter(record -> published.file(record.file()) == null && digests.contains(record.digest())).count();
    }

    /** Removes what is gone, and writes the records that are new or differ. */
    void write(EntrySink sink) {
        removed().forEach(sink::remove);
        gone.keySet().forEach(sink::removeFile);
        records.stream().filter(record -> !record.equals(published.file(record.file()))).forEach(sink::putFile);
    }
}
