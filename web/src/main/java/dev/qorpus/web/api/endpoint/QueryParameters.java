package dev.qorpus.web.api.endpoint;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.parameter.Parameter;

/** The parameters that several routes take. */
final class QueryParameters {

    static final Parameter<String> QUESTION = Parameter.required("q", "The question, in your own words.",
            Map.of("type", "string", "minLength", 1, "maxLength", Query.MAX_SENT), text -> {
                Query.of(text, Mode.HYBRID).check();
                return text;
            });

    static final Parameter<Integer> HITS = Parameter.integer("k", "The highest number of results.", 1, Query.MAX_K,
            Query.DEFAULT_K);

    static final Parameter<List<FieldCondition>> FILTER = Parameter.repeated("filter",
            "Return only entries with this value, as FIELD=VALUE, or FIELD!=VALUE, FIELD>VALUE, and so on. Of several values of one field, one is enough.",
            Query.MAX_FILTERS,
            Query::filters);

    static final Parameter<Boolean> EXPLAIN = Parameter.flag("explain", "Explain the score of each hit.");

    static final Parameter<EntryId> ID = Parameter.required("id", "The id of an entry, as in hits.",
            Map.of("type", "string"), text -> {
                if (text.isBlank()) {
                    throw new QueryException("id is empty; ids are those of /api/search");
                }
                return new EntryId(text);
            });

    private QueryParameters() {}

    /** Modes to compare, at least {@code least}. */
    static Parameter<List<String>> modes(int least) {
        return Parameter.words("modes", "The modes, separated by commas: " + least + " to " + Compare.MAX_MODES + ".",
                "lexical,dense,hybrid");
    }
}
