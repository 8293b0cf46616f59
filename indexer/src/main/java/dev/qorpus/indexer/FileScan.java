package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.language.LanguageTagger;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.FilterFields;

/**
 * Makes the record of a file while it is parsed. It keeps hashes and counts, but no entries, so that a file may be larger
 * than memory.
 */
final class FileScan implements CorpusHandler {

    private static final int EXAMPLES = 3;

    private final String file;
    private final BiConsumer<Entry, String> next;
    private final SortedMap<EntryId, String> hashes = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    /** The first answered question of each section. */
    private final Map<List<String>, String> examples = new LinkedHashMap<>();
    private final SortedMap<EntryKind, Integer> kinds = new TreeMap<>();
    private final LanguageTagger languages = new LanguageTagger(this::add);
    private Coverage coverage = Coverage.NONE;
    private int unanswered;

    /** @param next receives every entry with its hash */
    FileScan(String file, BiConsumer<Entry, String> next) {
        this.file = file;
        this.next = next;
    }

    @Override
    public void entry(Entry entry) {
        languages.add(entry);
    }

    /** Ends the file. */
    void finish() {
        languages.finish();
    }

    private void add(Entry entry) {
        String hash = EntryHash.of(entry);
        hashes.put(entry.id(), hash);
        kinds.merge(entry.kind(), 1, Integer::sum);
        unanswered += entry.answered() ? 0 : 1;
        FilterFields.of(entry).forEach((field, found) -> found.forEach(
                value -> values.computeIfAbsent(field, name -> new TreeMap<>()).merge(value, 1, Integer::sum)));
        if (entry.answered() && examples.size() < EXAMPLES) {
            examples.putIfAbsent(entry.section(), entry.question());
        }
        next.accept(entry, hash);
    }

    @Override
    public void coverage(Coverage.OfFile ofFile) {
        coverage = ofFile.counts();
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Whether the file could not be read to its end. */
    boolean unreadable() {
        return findings.stream().anyMatch(finding -> finding.rule() == Finding.Rule.UNREADABLE_FILE);
    }

    /** The record of the file with the digest of the parsed bytes. */
    FileRecord record(String digest) {
        return new FileRecord(file, digest, CorpusReader.VERSION, hashes, findings,
                new FileRecord.Summary(unanswered, kinds, coverage, values, List.copyOf(examples.values())));
    }
}
