package dev.qorpus.search.query;

/**
 * Which part of the ranked entries is listed.
 *
 * @param offset how many hits are passed over, from 0
 * @param grouped whether entries with the same answer are one hit
 */
public record Listing(int offset, boolean grouped) {

    /** From the first hit on, each answer once. */
    public static final Listing DEFAULT = new Listing(0, true);

    /** The same from another hit on. */
    public Listing withOffset(int other) {
        return new Listing(other, grouped);
    }

    /** The same with each entry as a hit of its own. */
    public Listing ungrouped() {
        return new Listing(offset, false);
    }
}
