package dev.qorpus.search.backend;

import java.util.Map;
import java.util.Set;

/**
 * Narrows a search before anything is ranked.
 *
 * @param allowed by field, the values of which an entry must have one; every field must be satisfied
 */
public record Filter(Map<String, Set<String>> allowed) {

    /** Lets everything pass. */
    public static final Filter NONE = new Filter(Map.of());

    /** Whether it lets everything pass. */
    public boolean isEmpty() {
        return allowed.isEmpty();
    }
}
