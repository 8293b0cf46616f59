package dev.qorpus.search.pipeline;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.evidence.HitDetails;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.cache.EntryCache;

/**
 * What is shown of some hits, read from the index at once.
 *
 * @param ids of the hits, each with the first of its entries
 * @param details of those
 * @param stored the content of all entries of the hits, and of some more
 */
record HitContents(List<EntryId> ids, HitDetails details, Map<EntryId, StoredEntry> stored) {

    /**
     * Reads hits.
     *
     * @param entries those that were read before
     * @param hits each with its entries
     * @param more entries whose content is wanted
     * @param explain whether their words are to be explained
     */
    static HitContents read(Evidence evidence, EntryCache entries, List<List<EntryId>> hits, Collection<EntryId> more,
            boolean explain) {
        List<EntryId> ids = hits.stream().map(List::getFirst).toList();
        Set<EntryId> wanted = new LinkedHashSet<>(more);
        hits.forEach(wanted::addAll);
        AtomicReference<@Nullable HitDetails> told = new AtomicReference<>();
        Map<EntryId, StoredEntry> stored = entries.of(wanted, unread -> {
            HitDetails details = evidence.details(ids, List.copyOf(unread), explain);
            told.set(details);
            return details.entries();
        });
        HitDetails known = told.get();
        return new HitContents(ids, known == null ? evidence.details(ids, List.of(), explain) : known, stored);
    }

    /** An entry, if the index still has it. */
    Optional<StoredEntry> entry(EntryId id) {
        return Optional.ofNullable(stored.get(id));
    }
}
