package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.SortedMap;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;

/**
 * What an index knows of one file of its corpus, so that a file that did not change is not parsed again. It is
 * published with the entries, so that it is true or absent.
 *
 * @param file its name below the corpus folder
 * @param digest SHA-256 of the bytes that were parsed; empty if they could not be read to their end, so that
 *        they are read again
 * @param parser {@link dev.qorpus.indexer.corpus.CorpusReader#VERSION} when they were parsed
 * @param hashes of the file's entries, by their ids
 * @param findings in the file
 * @param summary what the file adds to the manifest
 */
public record FileRecord(String file, String digest, int parser, SortedMap<EntryId, String> hashes,
        List<Finding> findings, Summary summary) {

    /**
     * A file's share in the manifest.
     *
     * @param unanswered how many of its questions have no answer
     * @param values by filter field, how many of its entries have each value
     * @param examples a few of its questions, from different places
     */
    public record Summary(int unanswered, SortedMap<String, SortedMap<String, Integer>> values,
            List<String> examples) {}
}
