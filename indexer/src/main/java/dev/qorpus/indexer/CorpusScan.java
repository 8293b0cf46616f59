package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.CorpusFile;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.UniqueIds;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.schema.FileRecord;

/**
 * One reading of a corpus, file by file, against what is published. A file is parsed only if its bytes, the
 * parser, or the ids that files before it have taken are others than those its record was made of. The records
 * are of what this reading met, whatever becomes of the files afterwards.
 */
final class CorpusScan {

    private final PublishedFiles published;
    private final Map<String, String> digests;
    private final Runnable changed;
    private final Consumer<Entry> next;
    private final Set<EntryId> seen = new HashSet<>();
    private final List<FileRecord> records = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int fresh;

    /**
     * @param changed hears of files that have to be parsed, before any is where that is known; on any thread
     * @param next hears of each entry that is new or differs from the published one
     */
    CorpusScan(PublishedFiles published, Runnable changed, Consumer<Entry> next) {
        this(published, new ConcurrentHashMap<>(), changed, next);
    }

    private CorpusScan(PublishedFiles published, Map<String, String> digests, Runnable changed, Consumer<Entry> next) {
        this.published = published;
        this.digests = digests;
        this.changed = changed;
        this.next = next;
    }

    /** A second reading, of the files that this one parsed. */
    CorpusScan again(Consumer<Entry> entries) {
        return new CorpusScan(published, digests, changed, entries);
    }

    /** Reads all files; what was published below a folder that cannot be listed now is kept. */
    void read(CorpusReader.Contents contents) {
        contents.findings().forEach(finding -> {
            findings.add(finding);
            published.files().values().stream().filter(record -> isUnlisted(record.file(), finding.file()))
                    .forEach(record -> {
                        seen.addAll(record.hashes().keySet());
                        add(record);
                    });
        });
        contents.files().parallelStream().forEach(this::hash);
        contents.files().forEach(this::read);
    }

    /** Before any file is parsed, on all cores: that one differs is known soon, and the model is loaded meanwhile. */
    private void hash(CorpusFile file) {
        FileRecord record = published.file(file.name());
        if (record != null && !record.digest().equals(digest(file))) {
            changed.run();
        }
    }

    private String digest(CorpusFile file) {
        return digests.computeIfAbsent(file.name(), name -> file.digest().orElse("unreadable"));
    }

    private static boolean isUnlisted(String file, String unlisted) {
        return unlisted.endsWith("/") ? file.startsWith(unlisted) : file.equals(unlisted);
    }

    private void read(CorpusFile file) {
        FileRecord before = published.file(file.name());
        if (before != null && isReusable(before, file)) {
            seen.addAll(before.hashes().keySet());
            add(before);
        } else if (file.exists()) {
            parse(file, before);
        }
    }

    private boolean isReusable(FileRecord record, CorpusFile file) {
        return record.parser() == CorpusReader.VERSION && sameIds(record) && record.digest().equals(digest(file));
    }

    /** Whether the file's entries are still free to have their ids, and those it lost to others still are not. */
    private boolean sameIds(FileRecord record) {
        return record.hashes().keySet().stream().noneMatch(seen::contains) && record.findings().stream()
                .filter(finding -> finding.rule() == Finding.Rule.DUPLICATE_ID)
                .allMatch(finding -> isTaken(finding.id(), record));
    }

    private boolean isTaken(@Nullable EntryId id, FileRecord record) {
        return id != null && (seen.contains(id) || record.hashes().containsKey(id));
    }

    private void parse(CorpusFile file, @Nullable FileRecord before) {
        changed.run();
        FileScan reading = new FileScan(file.name(), this::compare);
        Optional<String> digest = file.read(new UniqueIds(reading, seen));
        if (digest.isPresent() && !reading.unreadable()) {
            add(reading.record(digest.get()));
        } else if (file.exists() || !reading.isEmpty()) {
            add(keeping(before, reading.record("")));
        }
    }

    private void compare(Entry entry, String hash) {
        if (!hash.equals(published.hash(entry.id()))) {
            fresh++;
            next.accept(entry);
        }
    }

    /** Of a file that could not be read to its end, what was published of it and not met now is kept. */
    private FileRecord keeping(@Nullable FileRecord before, FileRecord now) {
        if (before == null) {
            return now;
        }
        SortedMap<EntryId, String> hashes = new TreeMap<>(now.hashes());
        before.hashes().forEach((id, hash) -> {
            if (seen.add(id)) {
                hashes.put(id, hash);
            }
        });
        // Counts of what is kept are not known apart from the rest: the whole file's are good until it is mended.
        return new FileRecord(now.file(), "", now.parser(), hashes, now.findings(), before.summary());
    }

    private void add(FileRecord record) {
        records.add(record);
        findings.addAll(record.findings());
    }

    /** Of each file that was met, in the order of reading. */
    List<FileRecord> records() {
        return records;
    }

    List<Finding> findings() {
        return findings;
    }

    /** How many entries are new or differ from the published ones. */
    int fresh() {
        return fresh;
    }
}
