package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;

/** Names the topics of an index, and the groups within each. */
final class TopicNames {

    /** Entries that a topic is named by: those nearest to its centre. */
    private static final int NAMING = 300;
    /** Phrases in the name of a topic. */
    private static final int IN_LABEL = 2;

    private final Search search;
    private final List<EntryId> ids;
    private final Headings headings;

    /** @param ids of all rows */
    TopicNames(Search search, List<EntryId> ids, Headings headings) {
        this.search = search;
        this.ids = ids;
        this.headings = headings;
    }

    /**
     * A name.
     *
     * @param label unlike the others'
     * @param terms the phrases that set it apart, the most distinctive first
     */
    record Name(String label, List<String> terms) {}

    /**
     * The names of topics.
     *
     * @param groups the group of each row
     * @param members the rows of each group, those nearest to its centre first
     */
    List<Name> of(int[] groups, List<List<Integer>> members) {
        TopicLabels labels = new TopicLabels(members.stream().map(this::terms).toList());
        List<List<String>> phrases = labels.names();
        List<List<String>> named = new ArrayList<>();
        for (int group = 0; group < members.size(); group++) {
            List<String> own = phrases.get(group);
            named.add(members.size() == 1
                    ? own
                    : headings.of(groups, group, members.get(group).size()).map(List::of).orElse(own));
        }
        return names(TopicLabels.of(named, IN_LABEL), labels.terms());
    }

    /** The names of the groups of one topic, beside each other. */
    List<Name> within(List<List<Integer>> members) {
        TopicLabels labels = new TopicLabels(members.stream().map(this::terms).toList());
        return names(TopicLabels.of(labels.names(), 1), labels.terms());
    }

    private static List<Name> names(List<String> labels, List<List<String>> terms) {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(new Name(labels.get(i), terms.get(i)));
        }
        return names;
    }

    private TopicTerms terms(List<Integer> rows) {
        TopicTerms terms = new TopicTerms();
        List<EntryId> some = rows.stream().limit(NAMING).map(ids::get).toList();
        for (StoredEntry stored : search.entries(some).values()) {
            Entry entry = stored.entry();
            terms.add(entry, search::words);
        }
        return terms;
    }
}
