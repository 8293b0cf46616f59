package dev.qorpus.search.result;

import java.util.Locale;

/** How near a hit is to the question. */
public enum HitGroup {
    /** Likely right. */
    LIKELY,
    /** Likely about the same subject. */
    RELATED,
    /** All others. */
    REST;

    /** The name in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label, which is also what JSON shows. */
    @Override
    public String toString() {
        return label();
    }
}
