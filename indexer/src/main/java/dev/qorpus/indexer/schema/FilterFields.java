package dev.qorpus.indexer.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The fields by which a search can be filtered: kind, language, title, section, file, and all labels. */
public final class FilterFields {

    /** The kind of an entry: question, card or section. */
    public static final String KIND = "kind";
    /** The language of an entry, by ISO 639-1. */
    public static final String LANGUAGE = "language";
    /** The title of an entry's document. */
    public static final String TITLE = "title";
    /** The headings above an entry. */
    public static final String SECTION = "section";
    /** The path of the file below the corpus folder. */
    public static final String FILE = "file";

    /** The longest value in characters. Engines refuse longer terms, so longer values are cut. */
    private static final int LONGEST = 500;

    private FilterFields() {}

    private static List<String> cut(List<String> values) {
        return values.stream().map(value -> value.substring(0, Math.min(value.length(), LONGEST))).toList();
    }

    /** The values of an entry, by field. */
    public static SortedMap<String, List<String>> of(Entry entry) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        entry.labels().forEach((name, found) -> values.put(name, new ArrayList<>(cut(found))));
        // A label of the same name keeps its values.
        values.computeIfAbsent(KIND, name -> new ArrayList<>()).add(entry.kind().id());
        if (!entry.language().isEmpty()) {
            values.computeIfAbsent(LANGUAGE, name -> new ArrayList<>()).add(entry.language());
        }
        if (!entry.title().isBlank()) {
            values.computeIfAbsent(TITLE, name -> new ArrayList<>()).addAll(cut(List.of(entry.title())));
        }
        values.put(SECTION, cut(entry.section()));
        values.put(FILE, List.of(entry.file()));
        return values;
    }
}
