package dev.qorpus.search.result;

import java.util.List;
import java.util.SortedMap;

/**
 * How a result spreads over the values of each filter field.
 *
 * <p>The count of a value is the {@code total} that the search would have if, in its field, this value alone were
 * asked for: the filters of the other fields count, those of its own do not. So what is chosen already never
 * hides what could be chosen instead. A mode that compares vectors has evidence for every entry, and counts them
 * all; words alone count the entries that have one of them.
 *
 * @param values by field, the most frequent first, equal counts in the order of the values; values without an entry
 * are left out
 * @param leftOut how many more values some fields have, the rarest; fields that are shown whole are not there
 */
public record Facets(SortedMap<String, List<Value>> values, SortedMap<String, Integer> leftOut) {

    /** A value of a filter field, and how many entries of the result have it. */
    public record Value(String value, int count) {}
}
