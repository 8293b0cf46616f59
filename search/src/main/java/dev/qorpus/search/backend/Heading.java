package dev.qorpus.search.backend;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;

/**
 * An entry without its answer, as a table of contents shows it.
 *
 * @param id the entry
 * @param number its number as written, if it has one
 * @param question plain text
 * @param section the headings above, outermost first
 * @param line where the question stands, from 1
 */
public record Heading(EntryId id, @Nullable String number, String question, List<String> section, int line) {

    /** As they stand in their file. */
    public static final Comparator<Heading> BY_LINE = Comparator.comparingInt(Heading::line)
            .thenComparing(Heading::id);
}
