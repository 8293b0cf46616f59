package dev.qorpus.indexer.corpus.entry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One question with its answer: the unit that is found.
 *
 * @param id its name, unique in a corpus
 * @param number its number as written, for instance {@code 2} in {@code Q2.}
 * @param question plain text, without the number
 * @param answer what follows the question
 * @param section the headings above, outermost first, without the document's title
 * @param labels further fields by name, each with one or more values; {@link #TYPE} is one of them
 * @param file path below the corpus folder
 * @param line where the question stands, from 1
 */
public record Entry(EntryId id, @Nullable String number, String question, Answer answer, List<String> section,
        SortedMap<String, List<String>> labels, String file, int line) {

    /** The label that {@code **T:**} sets in Markdown. */
    public static final String TYPE = "type";

    /** Keeps copies. */
    public Entry {
        section = List.copyOf(section);
        labels = copy(labels);
    }

    /** The entry's type, if it has one. */
    public @Nullable String type() {
        List<String> types = labels.get(TYPE);
        return types == null ? null : types.getFirst();
    }

    /** Whether somebody has answered the question. */
    public boolean answered() {
        return !answer.isEmpty();
    }

    private static SortedMap<String, List<String>> copy(Map<String, List<String>> labels) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        labels.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return copy;
    }
}
