package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.Collections;
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
import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.FilterFields;

/**
 * A scan of the corpus that compares each file with the published index. A file is parsed only if its bytes or the parser
 * changed, or if earlier files took other ids than before. The resulting records describe the files as they were during
 * the scan.
 */
final class CorpusScan {

    private final PublishedFiles published;
    private final Map<String, String> digests;
    private final Runnable changed;
    private final Consumer<Entry> next;
    private final Set<EntryId> seen = new HashSet<>();
    private final List<FileRecord> records = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private SortedMap<String, Integer> unread = new TreeMap<>();
    private int newEntries;

    /**
     * @param changed called when a file must be parsed, if possible before any file is parsed; on any thread
     * @param next receives each entry that is new or changed
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

    /** A second scan, which parses the same files. */
    CorpusScan rescan(Consumer<Entry> entries) {
        return new CorpusScan(published, digests, changed, entries);
    }

    /** Scans all files. If a folder cannot be listed, its published entries are kept. */
    void scan(CorpusReader.Contents contents) {
        unread = contents.unread();
        contents.findings().forEach(finding -> {
            findings.add(finding);
            published.files().values().stream().filter(record -> isUnlisted(record.file(), finding.file()))
                    .forEach(record -> {
                        seen.addAll(record.hashes().keySet());
                        add(record);
                    });
        });
        contents.files().parallelStream().forEach(this::hash);
        contents.files().forEach(this::scan);
    }

    /** Runs for all files in parallel before the first is parsed, so that the model is loaded early if it is needed. */
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

    private void scan(CorpusFile file) {
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

    /** Whether the ids of the file's entries are still free, and the ids that it lost to other files are still taken. */
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
        FileScan scan = new FileScan(file.name(), this::compare);
        Optional<String> digest = file.read(new UniqueIds(scan, seen::add));
        scan.finish();
        if (digest.isPresent() && !scan.unreadable()) {
            add(scan.record(digest.get()));
        } else if (file.exists() || !scan.isEmpty()) {
            add(withUnreadEntries(before, scan.record("")));
        }
    }

    private void compare(Entry entry, String hash) {
        if (!hash.equals(published.hash(entry.id()))) {
            newEntries++;
            next.accept(entry);
        }
    }

    /** Adds the published entries that were not read, because the file could not be read to its end. */
    private FileRecord withUnreadEntries(@Nullable FileRecord before, FileRecord now) {
        if (before == null) {
            return now;
        }
        SortedMap<EntryId, String> hashes = new TreeMap<>(now.hashes());
        before.hashes().forEach((id, hash) -> {
            if (seen.add(id)) {
                hashes.put(id, hash);
            }
        });
        // The counts of the kept entries alone are not known. The old counts are used until the file can be read.
        return new FileRecord(now.file(), "", now.parser(), hashes, now.findings(), before.summary());
    }

    private void add(FileRecord record) {
        records.add(record);
        findings.addAll(record.findings());
    }

    /** The records of all files, in the order of the scan. */
    List<FileRecord> records() {
        return records;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The number of entries in each language. */
    Map<String, Integer> languages() {
        Map<String, Integer> languages = new TreeMap<>();
        for (FileRecord record : records) {
            record.summary().values().getOrDefault(FilterFields.LANGUAGE, Collections.emptySortedMap())
                    .forEach((language, count) -> languages.merge(language, count, Integer::sum));
        }
        return languages;
    }

    /** What was read of the corpus, and what was not. */
    CorpusContent content() {
        SortedMap<EntryKind, Integer> kinds = new TreeMap<>();
        Coverage coverage = Coverage.NONE;
        for (FileRecord record : records) {
            record.summary().kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
            coverage = coverage.plus(record.summary().coverage());
        }
        return new CorpusContent(kinds, coverage, unread);
    }

    /** The number of entries that are new or changed. */
    int newEntries() {
        return newEntries;
    }
}
