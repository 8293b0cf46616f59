package dev.qorpus.indexer;

import java.util.List;

import dev.qorpus.indexer.corpus.Finding;
import dev.qorpus.indexer.schema.IndexManifest;

/**
 * What an indexing run did.
 *
 * @param manifest of the index as it is now
 * @param added entries that are new
 * @param changed entries whose content or place differs
 * @param removed entries that are no longer in the corpus
 * @param embedded entries of which at least one text went through a model
 * @param findings what is worth mending in the corpus
 * @param seconds how long it took
 */
public record IndexReport(IndexManifest manifest, int added, int changed, int removed, int embedded,
        List<Finding> findings, double seconds) {

    /** Whether a file could not be read, so that its entries are those of an earlier run. */
    public boolean incomplete() {
        return findings.stream().anyMatch(finding -> finding.rule() == Finding.Rule.UNREADABLE_FILE);
    }
}
