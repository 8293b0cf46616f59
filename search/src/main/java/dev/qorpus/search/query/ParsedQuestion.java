package dev.qorpus.search.query;

import java.util.List;

/**
 * A question with its operators.
 *
 * @param text what is searched for: the question without its operators, but with the words that these demand
 * @param operators in the order in which they are written
 * @param notes what the asker has to know of how the question was understood, one sentence each
 */
public record ParsedQuestion(String text, List<Operator> operators, List<String> notes) {

    /** A question without operators. */
    public static ParsedQuestion plain(String text) {
        return new ParsedQuestion(text, List.of(), List.of());
    }

    /** The words and phrases that are demanded. They are searched as they are typed. */
    public List<String> insisted() {
        return operators.stream().filter(operator -> !operator.excludes() && operator.kind() != Operator.Kind.FIELD)
                .map(Operator::text).toList();
    }
}
