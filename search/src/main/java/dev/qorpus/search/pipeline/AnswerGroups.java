package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;

/**
 * Entries, those with the same answer put together.
 *
 * @param groups in the order of their first entries, each with its entries in their order
 */
record AnswerGroups(List<List<EntryId>> groups) {

    /**
     * Puts entries together.
     *
     * @param ids best first
     * @param answers the hash of each entry's answer; an entry without one is alone
     */
    static AnswerGroups of(List<EntryId> ids, Map<EntryId, Long> answers) {
        List<List<EntryId>> groups = new ArrayList<>(ids.size());
        Map<Long, List<EntryId>> byAnswer = HashMap.newHashMap(ids.size());
        for (EntryId id : ids) {
            Long answer = answers.get(id);
            List<EntryId> known = answer == null ? null : byAnswer.get(answer);
            if (known == null) {
                known = new ArrayList<>(1);
                groups.add(known);
                if (answer != null) {
                    byAnswer.put(answer, known);
                }
            }
            known.add(id);
        }
        return new AnswerGroups(groups);
    }

    /** Each entry alone. */
    static AnswerGroups of(List<EntryId> ids) {
        return new AnswerGroups(ids.stream().map(List::of).toList());
    }

    /** Some of the groups. */
    List<List<EntryId>> page(int offset, int most) {
        return groups.stream().skip(offset).limit(most).toList();
    }

    /** The entries that give the answer of the first one; none if there are no entries. */
    List<EntryId> first() {
        return groups.isEmpty() ? List.of() : groups.getFirst();
    }
}
