package dev.qorpus.indexer;

import java.util.List;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.schema.IndexManifest;

/**
 * What an indexing run did.
 *
 * @param manifest of the index as it is now
 * @param counts how much was done
 * @param findings what is worth mending in the corpus
 * @param seconds how long it took
 */
public record IndexReport(IndexManifest manifest, Counts counts, List<Finding> findings, double seconds) {

    /**
     * How much a run did.
     *
     * @param added entries that are new
     * @param changed entries whose content or place differs
     * @param removed entries that are no longer in the corpus
     * @param renamed files with a new name and old content, whose entries are both added and removed
     * @param embedded entries of which at least one text went through a model
     */
    public record Counts(int added, int changed, int removed, int renamed, int embedded) {}

    /** Whether what can be found is other than before. */
    public boolean changedAnything() {
        return counts.added() + counts.changed() + counts.removed() > 0;
    }

    /** Whether a file could not be read, so that its entries are those of an earlier run. */
    public boolean incomplete() {
        return !unreadable().isEmpty();
    }

    /** The first finding of a file that could not be read; empty if there is none. */
    public String unreadable() {
        return findings.stream().filter(finding -> finding.rule() == Finding.Rule.UNREADABLE_FILE)
                .map(Finding::toString).findFirst().orElse("");
    }
}
