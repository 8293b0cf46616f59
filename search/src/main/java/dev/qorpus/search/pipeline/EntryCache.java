package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.StoredEntry;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.search.cache.CountedCache;

/** The entries of one published state, those remembered that were shown lately: the good ones come again and again. */
public final class EntryCache {

    /** In characters of answers: some 20 MB. */
    public static final long MOST = 8_000_000;
    /** Of an entry without its answer. */
    private static final int LEAST = 500;

    private final Backend backend;
    private final CountedCache<EntryId, StoredEntry> known;

    /** @param most characters; 0 to remember none */
    public EntryCache(Backend backend, long most) {
        this.backend = backend;
        this.known = CountedCache.weighed(most, EntryCache::weight);
    }

    private static int weight(EntryId id, StoredEntry stored) {
        Answer answer = stored.entry().answer();
        return LEAST + answer.text().length() + answer.markdown().length();
    }

    /** Those that are there. */
    Map<EntryId, StoredEntry> of(Collection<EntryId> ids) {
        Map<EntryId, StoredEntry> found = HashMap.newHashMap(ids.size());
        List<EntryId> missing = new ArrayList<>();
        for (EntryId id : ids) {
            StoredEntry stored = known.get(id);
            if (stored == null) {
                missing.add(id);
            } else {
                found.put(id, stored);
            }
        }
        if (!missing.isEmpty()) {
            backend.entries(missing).forEach((id, stored) -> {
                known.put(id, stored);
                found.put(id, stored);
            });
        }
        return found;
    }

    public CacheStatistics use() {
        return known.use();
    }
}
