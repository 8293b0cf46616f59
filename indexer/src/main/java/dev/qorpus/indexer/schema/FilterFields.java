package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.Entry;

/** The fields of an entry that a search can be narrowed by: section, file, type, and every other label. */
public final class FilterFields {

    /** Any of the headings above the entry. */
    public static final String SECTION = "section";
    /** The file below the corpus folder. */
    public static final String FILE = "file";

    private FilterFields() {}

    /** The values of an entry by field. */
    public static SortedMap<String, List<String>> of(Entry entry) {
        SortedMap<String, List<String>> values = new TreeMap<>(entry.labels());
        values.put(SECTION, entry.section());
        values.put(FILE, List.of(entry.file()));
        return values;
    }
}
