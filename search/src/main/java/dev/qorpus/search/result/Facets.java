package dev.qorpus.search.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Filter;
import dev.qorpus.search.query.Mode;

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
 */
public record Facets(SortedMap<String, List<Value>> values) {

    /** More values than these no one reads; what was asked for is there in any case. */
    static final int MOST_VALUES = 1_000;

    private static final Comparator<Value> FREQUENT_FIRST = Comparator.comparingInt(Value::count).reversed()
            .thenComparing(Value::value);

    /** A value of a filter field, and how many entries of the result have it. */
    public record Value(String value, int count) {}

    /** Over all entries. */
    public static Facets ofAll(Backend backend, Filter filter) {
        return of(backend, filter, (fields, others) -> others.isEmpty()
                ? known(backend, fields)
                : backend.counts(fields, others));
    }

    /** Over the entries that share a word with a text. */
    public static Facets ofMatches(Backend backend, Mode mode, String text, Filter filter) {
        return of(backend, filter, (fields, others) -> backend.lexical(mode.words(), text, others).counts(fields));
    }

    /** What the manifest says already need not be counted. */
    private static Map<String, Map<String, Integer>> known(Backend backend, Collection<String> fields) {
        Map<String, Map<String, Integer>> known = new HashMap<>();
        fields.forEach(field -> known.put(field, backend.manifest().valuesOf(field)));
        return known;
    }

    /** The fields that are not filtered by are counted together, each of the others apart. */
    private static Facets of(Backend backend, Filter filter,
            BiFunction<Collection<String>, Filter, Map<String, Map<String, Integer>>> counting) {
        Set<String> free = new HashSet<>(backend.manifest().values().keySet());
        free.removeAll(filter.allowed().keySet());
        Map<String, Map<String, Integer>> counts = new HashMap<>(counting.apply(free, filter));
        for (String field : filter.allowed().keySet()) {
            counts.putAll(counting.apply(Set.of(field), filter.without(field)));
        }
        SortedMap<String, List<Value>> values = new TreeMap<>();
        counts.forEach((field, found) -> values.put(field,
                frequent(found, filter.allowed().getOrDefault(field, Set.of()))));
        return new Facets(values);
    }

    private static List<Value> frequent(Map<String, Integer> counts, Set<String> chosen) {
        List<Value> values = new ArrayList<>();
        counts.forEach((value, count) -> values.add(new Value(value, count)));
        values.sort(FREQUENT_FIRST);
        List<Value> most = new ArrayList<>(values.subList(0, Math.min(values.size(), MOST_VALUES)));
        values.stream().skip(MOST_VALUES).filter(value -> chosen.contains(value.value())).forEach(most::add);
        return most;
    }
}
