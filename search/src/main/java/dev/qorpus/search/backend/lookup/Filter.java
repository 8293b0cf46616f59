package dev.qorpus.search.backend.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Narrows a search before anything is ranked.
 *
 * @param allowed by field, the values of which an entry must have one; every field must be satisfied
 * @param conditions further ones, each of which must be satisfied
 */
public record Filter(Map<String, Set<String>> allowed, List<Condition> conditions) {

    /** Lets everything pass. */
    public static final Filter NONE = new Filter(Map.of());

    /** A filter by values alone. */
    public Filter(Map<String, Set<String>> allowed) {
        this(allowed, List.of());
    }

    /** The same, but for the values that it allows in one field. */
    public Filter without(String field) {
        Map<String, Set<String>> others = new TreeMap<>(allowed);
        others.remove(field);
        return new Filter(others, conditions);
    }

    /** Whether it lets everything pass. */
    public boolean isEmpty() {
        return allowed.isEmpty() && conditions.isEmpty();
    }

    /** All that it asks of the values of fields, as conditions. */
    public List<Condition.Values> values() {
        List<Condition.Values> values = new ArrayList<>();
        allowed.forEach((field, some) -> values.add(new Condition.Values(field, some, false)));
        conditions.forEach(condition -> {
            if (condition instanceof Condition.Values some) {
                values.add(some);
            }
        });
        return values;
    }

    /** What it asks of the words of entries. */
    public List<Condition.Words> words() {
        List<Condition.Words> words = new ArrayList<>();
        conditions.forEach(condition -> {
            if (condition instanceof Condition.Words some) {
                words.add(some);
            }
        });
        return words;
    }
}
