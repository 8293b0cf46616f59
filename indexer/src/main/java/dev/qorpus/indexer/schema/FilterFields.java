package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The fields of an entry that a search can be narrowed by: section, file, type, and every other label. */
public final class FilterFields {

    /** Any of the headings above the entry. */
    public static final String SECTION = "section";
    /** The file below the corpus folder. */
    public static final String FILE = "file";

    /** The longest value: longer ones no engine takes as a term. They are cut. */
    private static final int LONGEST = 500;

    private FilterFields() {}

    private static List<String> cut(List<String> values) {
        return values.stream().map(value -> value.substring(0, Math.min(value.length(), LONGEST))).toList();
    }

    /** The values of an entry by field. */
    public static SortedMap<String, List<String>> of(Entry entry) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        entry.labels().forEach((name, found) -> values.put(name, cut(found)));
        values.put(SECTION, cut(entry.section()));
        values.put(FILE, List.of(entry.file()));
        return values;
    }
}
