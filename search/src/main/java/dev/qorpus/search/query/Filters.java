package dev.qorpus.search.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.lookup.Filter;

/** Validates filters against the index. */
public record Filters(IndexManifest manifest) {

    private static final int SHOWN = 12;

    /**
     * The filter for the port.
     *
     * @throws QueryException if a field or a value is not in the index, naming those that are
     */
    public Filter of(Map<String, List<String>> asked) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        asked.forEach((field, values) -> {
            Set<String> known = manifest.valuesOf(field).keySet();
            if (known.isEmpty()) {
                throw new QueryException("filter field '" + field + "' is unknown; allowed are "
                        + String.join(", ", manifest.values().keySet()));
            }
            for (String value : values) {
                if (!known.contains(value)) {
                    throw new QueryException("filter value '" + value + "' is unknown for " + field + "; allowed are "
                            + shown(known));
                }
            }
            allowed.put(field, new LinkedHashSet<>(values));
        });
        return new Filter(allowed);
    }

    private static String shown(Set<String> known) {
        String first = String.join(", ", known.stream().limit(SHOWN).toList());
        return known.size() > SHOWN ? first + " and " + (known.size() - SHOWN) + " more" : first;
    }
}
