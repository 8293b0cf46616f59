package dev.qorpus.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the list of hits ends. */
public enum Cut {
    /** After the hits that are likely right. */
    LIKELY,
    /** After those that are related. */
    RELATED,
    /** After all that there is evidence for. */
    ALL;

    /**
     * The cut of that name.
     *
     * @throws QueryException if there is none, naming those there are
     */
    public static Cut of(String name) {
        return Arrays.stream(values()).filter(cut -> cut.label().equals(name)).findFirst()
                .orElseThrow(() -> new QueryException("cut is '" + name + "'; allowed are "
                        + Arrays.stream(values()).map(Cut::label).collect(Collectors.joining(", "))));
    }

    /** The name on the command line and in addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
