package dev.qorpus.web.json;

import dev.qorpus.search.query.Operator;

/**
 * What a question demanded or excluded: {@code text} as it is written, for instance {@code -car}, and its place in the
 * question from {@code start} up to {@code end}, in UTF-16 code units.
 */
public record OperatorView(String text, int start, int end) {

    /** The view of an operator. */
    static OperatorView of(Operator operator) {
        return new OperatorView(operator.label(), operator.start(), operator.end());
    }
}
