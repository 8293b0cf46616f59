package dev.qorpus.search.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the value of a filter field has to be.
 *
 * @param field name of the field
 * @param comparison with the value
 * @param value as given
 */
public record FieldCondition(String field, ValueComparison comparison, String value) {

    private static final Pattern FORM = Pattern.compile("([^=!<>]+)(!=|>=|<=|=|>|<)(.*)", Pattern.DOTALL);

    /**
     * Reads {@code FIELD=VALUE}, or the same with another sign.
     *
     * @throws QueryException if it has another form
     */
    public static FieldCondition of(String given) {
        Matcher form = FORM.matcher(given);
        if (!form.matches()) {
            throw new QueryException(
                    "filter is '" + given + "'; allowed is FIELD=VALUE, and FIELD!=VALUE, FIELD>VALUE, "
                            + "FIELD>=VALUE, FIELD<VALUE or FIELD<=VALUE");
        }
        return new FieldCondition(form.group(1), ValueComparison.of(form.group(2)).orElseThrow(), form.group(3));
    }

    /** That a field has a value. */
    public static FieldCondition equal(String field, String value) {
        return new FieldCondition(field, ValueComparison.EQUAL, value);
    }

    /** As people write it in a question. */
    @Override
    public String toString() {
        return field + (comparison == ValueComparison.EQUAL ? ValueComparison.CONTAINS : comparison).sign() + value;
    }
}
