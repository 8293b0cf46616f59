package dev.qorpus.search.query;

/**
 * Which part of the ranked entries is listed.
 *
 * @param offset how many hits are passed over, from 0
 * @param cut where the list ends
 * @param grouped whether entries with the same answer are one hit
 */
public record Listing(int offset, Cut cut, boolean grouped) {

    /** From the first hit to the last one, each answer once. */
    public static final Listing DEFAULT = new Listing(0, Cut.ALL, true);

    /** The same from another hit on. */
    public Listing withOffset(int other) {
        return new Listing(other, cut, grouped);
    }

    /** The same with another end. */
    public Listing withCut(Cut other) {
        return new Listing(offset, other, grouped);
    }

    /** The same with each entry as a hit of its own. */
    public Listing ungrouped() {
        return new Listing(offset, cut, false);
    }
}
