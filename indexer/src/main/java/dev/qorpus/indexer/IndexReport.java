package dev.qorpus.indexer;

import java.util.List;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.schema.IndexManifest;

/**
 * The result of an indexing run.
 *
 * @param manifest the manifest of the index after the run
 * @param counts the numbers of changes
 * @param findings the problems in the corpus
 * @param choseModel whether the default model was chosen by the language of most entries
 * @param seconds the duration of the run
 */
public record IndexReport(IndexManifest manifest, Counts counts, List<Finding> findings, boolean choseModel,
        double seconds) {

    /**
     * The numbers of changes.
     *
     * @param added the number of new entries
     * @param changed the number of entries with another content or place
     * @param removed the number of entries that are no longer in the corpus
     * @param renamed the number of files with a new name and the same content; their entries are also added and removed
     * @param embedded the number of entries with at least one text that was embedded
     */
    public record Counts(int added, int changed, int removed, int renamed, int embedded) {}

    /** Whether the run changed what can be found. */
    public boolean changedAnything() {
        return counts.added() + counts.changed() + counts.removed() > 0;
    }

    /** Whether a file could not be read, so that the index has its entries of an earlier run. */
    public boolean incomplete() {
        return !unreadable().isEmpty();
    }

    /** The first finding of a file that could not be read; empty if there is none. */
    public String unreadable() {
        return findings.stream().filter(finding -> finding.rule() == Finding.Rule.UNREADABLE_FILE)
                .map(Finding::toString).findFirst().orElse("");
    }
}
