package dev.qorpus.search.backend.lookup;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Narrows a search before anything is ranked.
 *
 * @param allowed by field, the values of which an entry must have one; every field must be satisfied
 */
public record Filter(Map<String, Set<String>> allowed) {

    /** Lets everything pass. */
    public static final Filter NONE = new Filter(Map.of());

    /** The same, but for what it asks of one field. */
    public Filter without(String field) {
        Map<String, Set<String>> others = new TreeMap<>(allowed);
        others.remove(field);
        return new Filter(others);
    }

    /** Whether it lets everything pass. */
    public boolean isEmpty() {
        return allowed.isEmpty();
    }
}
