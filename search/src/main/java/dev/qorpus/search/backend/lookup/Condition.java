package dev.qorpus.search.backend.lookup;

import java.util.List;
import java.util.Set;

/** What an entry must have, or must not have, to count. */
public sealed interface Condition permits Condition.Values, Condition.Words {

    /** Whether an entry that satisfies the rest of it is left out, instead of one that does not. */
    boolean excludes();

    /**
     * One of some values in a filter field. Without values, no entry satisfies it.
     *
     * @param field name of the filter field
     * @param values of which an entry must have one, or may have none
     * @param excludes whether entries with a value are left out
     */
    record Values(String field, Set<String> values, boolean excludes) implements Condition {}

    /**
     * Words that stand side by side.
     *
     * @param words in order, each with its forms, of which one is enough; at least one word
     * @param asWritten whether the forms are words as they are written, instead of stems
     * @param excludes whether entries with them are left out
     */
    record Words(List<List<String>> words, boolean asWritten, boolean excludes) implements Condition {}
}
