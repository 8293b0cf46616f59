package dev.qorpus.search.opensearch;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.cache.CountedCache;

/**
 * What questions need to know of their candidates, whatever is asked: hashes of answers, and vectors of tokens. The same
 * entries are candidates again and again, and a question waits for each request. All is of one published state.
 */
final class CandidateCache {

    /** Some 20 MB. */
    private static final int MOST_HASHES = 100_000;
    /** Of token vectors: some ten thousand entries. */
    private static final long MOST_BYTES = 64_000_000;
    /** What an entry takes beside its token vectors, in bytes. */
    private static final int BASE_BYTES = 200;

    private record SpaceEntry(int space, EntryId id) {}

    private final EntryReader reader;
    /** Nothing for an entry without an answer, so that it is not asked for again. */
    private final CountedCache<EntryId, Optional<Long>> hashes = CountedCache.ofSize(MOST_HASHES);
    /** None for an entry without token vectors. */
    private final CountedCache<SpaceEntry, List<byte[]>> tokens = CountedCache.ofWeight(MOST_BYTES,
            (entry, packed) -> BASE_BYTES + packed.stream().mapToInt(passage -> passage.length).sum());

    CandidateCache(EntryReader reader) {
        this.reader = reader;
    }

    /** As {@link dev.qorpus.search.backend.evidence.Lookups#answers}. */
    Map<EntryId, Long> answers(Collection<EntryId> ids) {
        Map<EntryId, Long> found = HashMap.newHashMap(ids.size());
        hashes.getAll(ids, this::readHashes).forEach((id, hash) -> hash.ifPresent(known -> found.put(id, known)));
        return found;
    }

    private Map<EntryId, Optional<Long>> readHashes(Set<? extends EntryId> ids) {
        Map<EntryId, Long> read = reader.answers(List.copyOf(ids));
        return ids.stream().collect(Collectors.toMap(id -> id, id -> Optional.ofNullable(read.get(id))));
    }

    /** As {@link dev.qorpus.search.backend.evidence.Lookups#tokens}. */
    Map<EntryId, List<byte[]>> tokens(int space, Collection<EntryId> ids) {
        Map<EntryId, List<byte[]>> found = LinkedHashMap.newLinkedHashMap(ids.size());
        tokens.getAll(ids.stream().map(id -> new SpaceEntry(space, id)).toList(), unread -> readTokens(space, unread))
                .forEach((entry, packed) -> found.put(entry.id(), packed));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private Map<SpaceEntry, List<byte[]>> readTokens(int space, Set<? extends SpaceEntry> entries) {
        Map<EntryId, List<byte[]>> read = reader.tokens(space, entries.stream().map(SpaceEntry::id).toList());
        return entries.stream()
                .collect(Collectors.toMap(entry -> entry, entry -> read.getOrDefault(entry.id(), List.of())));
    }
}
