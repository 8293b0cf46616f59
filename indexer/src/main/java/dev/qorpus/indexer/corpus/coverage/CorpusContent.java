package dev.qorpus.indexer.corpus.coverage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.EntryKind;

/**
 * What was read of a corpus, and what was not.
 *
 * @param kinds the number of entries of each kind; kinds without entries are missing
 * @param coverage which words of all files are in entries
 * @param unread the number of files that were not read, by suffix: {@code .pdf}; files without a suffix have the empty one
 */
public record CorpusContent(SortedMap<EntryKind, Integer> kinds, Coverage coverage, SortedMap<String, Integer> unread) {

    /** Nothing. */
    public static final CorpusContent NONE = new CorpusContent(new TreeMap<>(), Coverage.NONE, new TreeMap<>());

    /** Copies the maps. */
    public CorpusContent {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
        unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    /** The number of entries of a kind. */
    public int count(EntryKind kind) {
        return kinds.getOrDefault(kind, 0);
    }
}
