package dev.qorpus.search.pipeline;

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
import java.util.function.Function;

import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.retrieve.RetrieverKind;

/** Counts the facets of a question. */
record FacetCounter(Backend backend) {

    /** The most values per field. Selected values are always included. */
    static final int MOST_VALUES = 1_000;

    private static final Comparator<Facets.Value> FREQUENT_FIRST = Comparator.comparingInt(Facets.Value::count)
            .reversed().thenComparing(Facets.Value::value);

    /**
     * The facets of what a query lists.
     *
     * @param kept finds the entries that the cut leaves
     */
    Facets count(QueryContext context, Function<QueryContext, Collection<StoredEntry>> kept) {
        return context.query().listing().cut() == Cut.ALL
                ? count(context)
                : of(context.filter(), (fields, others) -> counts(fields, kept.apply(context.withFilter(others))));
    }

    private static Map<String, Map<String, Integer>> counts(Collection<String> fields,
            Collection<StoredEntry> entries) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        fields.forEach(field -> counts.put(field, new HashMap<>()));
        for (StoredEntry stored : entries) {
            FilterFields.of(stored.entry()).forEach((field, values) -> {
                Map<String, Integer> ofField = counts.get(field);
                if (ofField != null) {
                    values.forEach(value -> ofField.merge(value, 1, Integer::sum));
                }
            });
        }
        return counts;
    }

    /** The facets: over all entries where vectors count, or else over those that share a word with the question. */
    Facets count(QueryContext context) {
        return context.mode().uses(RetrieverKind.DENSE)
                ? of(context.filter(), (fields, others) -> others.isEmpty()
                        ? known(fields)
                        : backend.counts(fields, others))
                : of(context.filter(), (fields, others) -> backend
                        .lexical(context.mode().words(), context.question().asked(), others).counts(fields));
    }

    /** What the manifest says already need not be counted. */
    private Map<String, Map<String, Integer>> known(Collection<String> fields) {
        Map<String, Map<String, Integer>> known = new HashMap<>();
        fields.forEach(field -> known.put(field, backend.manifest().valuesOf(field)));
        return known;
    }

    /** The fields that are not filtered by are counted together, each of the others apart. */
    private Facets of(Filter filter,
            BiFunction<Collection<String>, Filter, Map<String, Map<String, Integer>>> counting) {
        Set<String> free = new HashSet<>(backend.manifest().values().keySet());
        free.removeAll(filter.allowed().keySet());
        Map<String, Map<String, Integer>> counts = new HashMap<>(counting.apply(free, filter));
        for (String field : filter.allowed().keySet()) {
            counts.putAll(counting.apply(Set.of(field), filter.without(field)));
        }
        SortedMap<String, List<Facets.Value>> values = new TreeMap<>();
        SortedMap<String, Integer> leftOut = new TreeMap<>();
        counts.forEach((field, found) -> {
            List<Facets.Value> shown = frequent(found, filter.allowed().getOrDefault(field, Set.of()));
            values.put(field, shown);
            if (shown.size() < found.size()) {
                leftOut.put(field, found.size() - shown.size());
            }
        });
        return new Facets(values, leftOut);
    }

    private static List<Facets.Value> frequent(Map<String, Integer> counts, Set<String> chosen) {
        List<Facets.Value> values = new ArrayList<>();
        counts.forEach((value, count) -> values.add(new Facets.Value(value, count)));
        values.sort(FREQUENT_FIRST);
        List<Facets.Value> most = new ArrayList<>(values.subList(0, Math.min(values.size(), MOST_VALUES)));
        values.stream().skip(MOST_VALUES).filter(value -> chosen.contains(value.value())).forEach(most::add);
        return most;
    }
}
