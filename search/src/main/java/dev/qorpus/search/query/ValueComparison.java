package dev.qorpus.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the value of a field is compared with a given one. */
public enum ValueComparison {
    /** The same, whatever the case of letters. */
    EQUAL("="),
    /** A value that has the words of the given one side by side, whatever the case of letters. */
    CONTAINS(":"),
    /** Another one. */
    NOT_EQUAL("!="),
    /** Greater, or later. */
    GREATER(">"),
    /** As great, or greater. */
    AT_LEAST(">="),
    /** Less, or earlier. */
    LESS("<"),
    /** As great, or less. */
    AT_MOST("<=");

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(?:\\.\\d{1,15})?");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final String sign;

    ValueComparison(String sign) {
        this.sign = sign;
    }

    /** As people write it. */
    public String sign() {
        return sign;
    }

    /** The comparison with a sign. */
    static Optional<ValueComparison> of(String sign) {
        return Arrays.stream(values()).filter(comparison -> comparison.sign.equals(sign)).findFirst();
    }

    /** Whether it is of an order, in which a value need not be there. */
    boolean isRange() {
        return this != EQUAL && this != NOT_EQUAL && this != CONTAINS;
    }

    /**
     * Whether a value of an entry satisfies it. Numbers are compared as numbers, all else as text in lower case. A text without
     * a digit in front is neither greater nor less than one with a digit, such as a date.
     */
    boolean holds(String value, String given) {
        if (isRange() && startsWithDigit(value) != startsWithDigit(given)) {
            return false;
        }
        if (this == CONTAINS) {
            return contains(words(value), words(given));
        }
        int order = NUMBER.matcher(value).matches() && NUMBER.matcher(given).matches()
                ? Double.compare(Double.parseDouble(value), Double.parseDouble(given))
                : value.toLowerCase(Locale.ROOT).compareTo(given.toLowerCase(Locale.ROOT));
        return switch (this) {
            case EQUAL, CONTAINS -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
        };
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || NUMBER.matcher(text).matches());
    }

    private static String words(String text) {
        return " " + SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }

    private static boolean contains(String value, String given) {
        // In scripts without blanks, words have no bounds.
        return value.contains(given) || (!given.isBlank() && given.codePoints().anyMatch(Character::isIdeographic)
                && value.contains(given.strip()));
    }
}
