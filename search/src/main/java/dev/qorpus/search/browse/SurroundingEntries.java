package dev.qorpus.search.browse;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.backend.Heading;

/**
 * What stands around an entry in its file.
 *
 * @param previous the entry before it
 * @param next the entry behind it
 * @param siblings entries of the same section, itself among them, in the order of the file
 * @param inSection how many there are in all
 */
public record SurroundingEntries(@Nullable Heading previous, @Nullable Heading next, List<Heading> siblings,
        int inSection) {

    /** Keeps a copy. */
    public SurroundingEntries {
        siblings = List.copyOf(siblings);
    }

    public static SurroundingEntries of(Entry entry, List<Heading> headings, int most) {
        int at = place(entry, headings);
        List<Heading> section = headings.stream().filter(heading -> heading.section().equals(entry.section())).toList();
        int from = Math.max(0, Math.min(place(entry, section) - most / 2, section.size() - most));
        return new SurroundingEntries(at > 0 ? headings.get(at - 1) : null,
                at >= 0 && at + 1 < headings.size() ? headings.get(at + 1) : null,
                section.subList(from, Math.min(section.size(), from + most)), section.size());
    }

    private static int place(Entry entry, List<Heading> headings) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).id().equals(entry.id())) {
                return i;
            }
        }
        return -1;
    }
}
