package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.SortedMap;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;

/**
 * The parsed state of a file. It is published with the entries, and keeps an unchanged file from being parsed again.
 *
 * @param file the name of the file below the corpus folder
 * @param digest SHA-256 of the bytes that were parsed; empty if the file could not be read to its end and must be read
 *        again
 * @param parser {@link dev.qorpus.indexer.corpus.CorpusReader#VERSION} when the file was parsed
 * @param hashes the hashes of the entries, by id
 * @param findings the findings in the file
 * @param summary the part of the file in the manifest
 */
public record FileRecord(String file, String digest, int parser, SortedMap<EntryId, String> hashes,
        List<Finding> findings, Summary summary) {

    /**
     * The part of a file in the manifest.
     *
     * @param unanswered the number of questions without an answer
     * @param kinds the number of entries of each kind
     * @param coverage which words of the file are in entries
     * @param values for each filter field, the number of entries with each value
     * @param examples a few questions from different sections
     */
    public record Summary(int unanswered, SortedMap<EntryKind, Integer> kinds, Coverage coverage,
            SortedMap<String, SortedMap<String, Integer>> values, List<String> examples) {}
}
