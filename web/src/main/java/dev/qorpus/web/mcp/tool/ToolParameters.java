package dev.qorpus.web.mcp.tool;

import java.util.List;
import java.util.Map;

import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.parameter.Parameter;

/** The parameters that several tools take. */
final class ToolParameters {

    /** How many hits a tool returns by default: few, since an agent can ask for more. */
    private static final int FEW = 5;
    private static final int MOST_HITS = 50;
    private static final int FEWEST_TOKENS = 300;
    private static final int MOST_TOKENS = 20_000;

    static final Parameter<String> QUESTION = Parameter.required("question",
            "The question, in natural language. \"quoted\" phrases, +word, -word and field:value demand or exclude.",
            Map.of("type", "string", "minLength", 1, "maxLength", Query.MAX_SENT), text -> {
                if (text.isBlank()) {
                    throw new QueryException("question is empty; ask something");
                }
                return text;
            });

    static final Parameter<Integer> HITS = Parameter.integer("k", "The most hits.", 1, MOST_HITS, FEW);

    static final Parameter<List<FieldCondition>> FILTERS = Parameter.repeated("filters",
            "Only entries with these values: FIELD=VALUE, FIELD!=VALUE, FIELD>VALUE and so on. Fields are in 'status'. "
                    + "Of several values of one field, one is enough.",
            Query.MAX_FILTERS, Query::filters);

    private ToolParameters() {}

    /** The most tokens of a result. */
    static Parameter<Integer> tokens(int usual) {
        return Parameter.integer("tokens", "The most tokens of the result. More give longer answers.", FEWEST_TOKENS,
                MOST_TOKENS, usual);
    }
}
