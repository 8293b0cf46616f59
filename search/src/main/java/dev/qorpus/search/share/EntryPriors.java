package dev.qorpus.search.share;

import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.RankingConstants;

/**
 * How much an entry counts before the question is looked at. Where a corpus has both, a section of prose is less often
 * what is asked for than a question of the same subject. Where all entries are of one kind, all count the same.
 *
 * @param sections the entries that count less
 */
public record EntryPriors(Set<EntryId> sections) {

    /** From 0 to 1; 1 for a question. */
    public double of(EntryId id) {
        return sections.contains(id) ? RankingConstants.SECTION_PRIOR : 1;
    }
}
