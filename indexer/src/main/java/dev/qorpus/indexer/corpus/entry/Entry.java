package dev.qorpus.indexer.corpus.entry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A question with its answer, or a section of prose with its heading: the unit that search finds.
 *
 * @param id the id, unique in a corpus
 * @param kind what it is
 * @param number the number as written, for example {@code 2} in {@code Q2.}
 * @param question the question as plain text, without its number; the heading of a section
 * @param answer the answer
 * @param context the document and the headings above
 * @param labels further fields by name, each with one or more values; {@link #TYPE} is one of them
 * @param language of the text, by ISO 639-1; empty if it is not known
 * @param file the path of the file below the corpus folder
 * @param line the line of the question, from 1
 */
public record Entry(EntryId id, EntryKind kind, @Nullable String number, String question, Answer answer,
        Context context, SortedMap<String, List<String>> labels, String language, String file, int line) {

    /** The label that {@code **T:**} sets in Markdown. */
    public static final String TYPE = "type";

    /** Copies the labels. */
    public Entry {
        labels = copy(labels);
    }

    /** An entry in a language that is not known. */
    public Entry(EntryId id, EntryKind kind, @Nullable String number, String question, Answer answer, Context context,
            SortedMap<String, List<String>> labels, String file, int line) {
        this(id, kind, number, question, answer, context, labels, "", file, line);
    }

    /** The same entry in a language. */
    public Entry in(String language) {
        return new Entry(id, kind, number, question, answer, context, labels, language, file, line);
    }

    /** The title of the document; empty if there is none. */
    public String title() {
        return context.title();
    }

    /** The headings above, outermost first, without the title of the document. */
    public List<String> section() {
        return context.section();
    }

    /** The type, if there is one. */
    public @Nullable String type() {
        List<String> types = labels.get(TYPE);
        return types == null ? null : types.getFirst();
    }

    /** Whether the question has an answer. */
    public boolean answered() {
        return !answer.isEmpty();
    }

    private static SortedMap<String, List<String>> copy(Map<String, List<String>> labels) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        labels.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return copy;
    }
}
