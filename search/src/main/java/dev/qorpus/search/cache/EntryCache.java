package dev.qorpus.search.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.evidence.StoredEntry;

/** A cache of the stored entries of one snapshot: good answers are shown again and again. */
public final class EntryCache {

    /** The greatest size, in characters of answers: some 20 MB. */
    public static final long MAX_CHARACTERS = 8_000_000;
    /** The weight of an entry without its answer, in characters. */
    private static final int BASE_WEIGHT = 500;

    private final CountedCache<EntryId, StoredEntry> cache;

    /** @param most characters; 0 to cache none */
    public EntryCache(long most) {
        this.cache = CountedCache.ofWeight(most, EntryCache::weight);
    }

    private static int weight(EntryId id, StoredEntry stored) {
        Answer answer = stored.entry().answer();
        return BASE_WEIGHT + answer.text().length() + answer.markdown().length();
    }

    /**
     * The entries that are there.
     *
     * @param load reads those that are not cached; called at most once
     */
    public Map<EntryId, StoredEntry> of(Collection<EntryId> ids,
            Function<Set<? extends EntryId>, Map<EntryId, StoredEntry>> load) {
        return cache.getAll(ids, load);
    }

    /** How often the cache helped. */
    public CacheStatistics statistics() {
        return cache.statistics();
    }
}
