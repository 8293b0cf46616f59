package dev.qorpus.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question, and how it is to be answered.
 *
 * @param text the question in the asker's words; no operator has a meaning
 * @param mode name of a {@link Mode}
 * @param k how many hits at most
 * @param filters by field, the values of which an entry must have one
 * @param explain whether hits say how their score came about
 */
public record Query(String text, String mode, int k, Map<String, List<String>> filters, boolean explain) {

    /** How many hits where nothing else is asked for. */
    public static final int DEFAULT_K = 10;
    /** How many hits at the most. */
    public static final int MAX_K = 1_000;
    /** The longest question, in UTF-16 code units: more than any model reads. */
    public static final int MAX_LENGTH = 4_000;

    /** How many values may be filtered by: more than a user would pick. */
    public static final int MAX_FILTERS = 100;

    /** A question in a mode, with defaults for the rest. */
    public static Query of(String text, String mode) {
        return new Query(text, mode, DEFAULT_K, Map.of(), false);
    }

    /**
     * Filters by field, from {@code FIELD=VALUE} as people write them.
     *
     * @throws QueryException if one has another form
     */
    public static Map<String, List<String>> filters(List<String> given) {
        if (given.size() > MAX_FILTERS) {
            throw new QueryException(given.size() + " filters are given; at most " + MAX_FILTERS + " are allowed");
        }
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String filter : given) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw new QueryException("filter is '" + filter + "'; allowed is FIELD=VALUE");
            }
            filters.computeIfAbsent(filter.substring(0, equals), field -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        return filters;
    }

    /**
     * How many hits, as people write it.
     *
     * @throws QueryException if it is no whole number
     */
    public static int parseK(String k) {
        try {
            return Integer.parseInt(k);
        } catch (NumberFormatException e) {
            throw new QueryException("k is '" + k + "'; allowed is a whole number from 1 to " + MAX_K);
        }
    }

    /**
     * Checks what can be checked without an index.
     *
     * @throws QueryException naming what was found and what is allowed
     */
    public void check() {
        checkK(k);
        checkText(text);
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
        if (text.length() > MAX_LENGTH) {
            throw new QueryException("the question has " + text.length() + " characters; at most " + MAX_LENGTH
                    + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            boolean space = found == '\t' || found == '\n' || found == '\r';
            if (Character.isISOControl(found) && !space) {
                throw new QueryException(
                        "the question has the control character U+%04X at position %d; only text is allowed"
                                .formatted((int) found, i + 1));
            }
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new QueryException("the question has no letter and no digit; use words");
        }
    }
}
