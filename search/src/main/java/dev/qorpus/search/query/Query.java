package dev.qorpus.search.query;

import java.util.List;

/**
 * A question, and how it is to be answered.
 *
 * @param text the question in the asker's words
 * @param mode name of a {@link Mode}
 * @param k how many hits at most
 * @param filters what the values of fields have to be; of several values for one field, an entry must have one
 * @param explain whether hits say how their score came about
 * @param reading how the text is read
 * @param listing which part of the ranked entries is listed
 */
public record Query(String text, String mode, int k, List<FieldCondition> filters, boolean explain, Reading reading,
        Listing listing) {

    /** How many hits where nothing else is asked for. */
    public static final int DEFAULT_K = 10;
    /** How many hits at the most, those that are passed over included. */
    public static final int MAX_K = 1_000;
    /** So much of a question is searched, in UTF-16 code units. Models read less. */
    public static final int MAX_LENGTH = 4_000;
    /** The longest question that a server takes, in UTF-16 code units. */
    public static final int MAX_SENT = 2 * MAX_LENGTH;

    /** How many values may be filtered by: more than a user would pick. */
    public static final int MAX_FILTERS = 100;

    /** A question with operators and corrections, whose first hits are listed. */
    public Query(String text, String mode, int k, List<FieldCondition> filters, boolean explain) {
        this(text, mode, k, filters, explain, Reading.DEFAULT, Listing.DEFAULT);
    }

    /** A question in a mode, with defaults for the rest. */
    public static Query of(String text, String mode) {
        return new Query(text, mode, DEFAULT_K, List.of(), false);
    }

    /** The same with another reading. */
    public Query withReading(Reading other) {
        return new Query(text, mode, k, filters, explain, other, listing);
    }

    /** The same with explanations. */
    public Query explained() {
        return new Query(text, mode, k, filters, true, reading, listing);
    }

    /** The same in another mode. */
    public Query in(String other) {
        return new Query(text, other, k, filters, explain, reading, listing);
    }

    /** The same with another part of the ranked entries. */
    public Query withListing(Listing other) {
        return new Query(text, mode, k, filters, explain, reading, other);
    }

    /** The same with each entry as a hit of its own, also where several have the same answer. */
    public Query ungrouped() {
        return withListing(listing.ungrouped());
    }

    /** How many hits are ranked: those that are passed over, and those that are listed. */
    public int end() {
        return listing.offset() + k;
    }

    /**
     * Filters, from {@code FIELD=VALUE} and its like as people write them.
     *
     * @throws QueryException if one has another form
     */
    public static List<FieldCondition> filters(List<String> given) {
        if (given.size() > MAX_FILTERS) {
            throw new QueryException(given.size() + " filters are given; at most " + MAX_FILTERS + " are allowed");
        }
        return given.stream().map(FieldCondition::of).toList();
    }

    /**
     * How many hits, as people write it.
     *
     * @throws QueryException if it is no whole number
     */
    public static int parseK(String k) {
        return parse("k", k, 1);
    }

    /**
     * How many hits are passed over, as people write it.
     *
     * @throws QueryException if it is no whole number
     */
    public static int parseOffset(String offset) {
        return parse("offset", offset, 0);
    }

    private static int parse(String name, String number, int least) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new QueryException(
                    name + " is '" + number + "'; allowed is a whole number from " + least + " to " + MAX_K);
        }
    }

    /**
     * Checks what can be checked without an index.
     *
     * @throws QueryException naming what was found and what is allowed
     */
    public void check() {
        checkK(k);
        checkOffset();
        checkText(text);
    }

    private void checkOffset() {
        if (listing.offset() < 0) {
            throw new QueryException("offset is " + listing.offset() + "; allowed is 0 to " + (MAX_K - k));
        }
        // Not by their sum, which may overflow.
        if (listing.offset() > MAX_K - k) {
            throw new QueryException("offset is " + listing.offset() + " and k is " + k + "; together they are at most "
                    + MAX_K);
        }
    }

    public static void checkK(int k) {
        if (k < 1 || k > MAX_K) {
            throw new QueryException("k is " + k + "; allowed is 1 to " + MAX_K);
        }
    }

    private static void checkText(String text) {
        if (text.isBlank()) {
            throw new QueryException("the question is empty; ask something");
        }
    }

    /** Whether a text has a letter or a digit. */
    static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
