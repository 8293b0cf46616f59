package dev.qorpus.web.mcp.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.json.AnswersView.BriefHitView;
import dev.qorpus.web.json.NeighboursView;
import dev.qorpus.web.json.RelatedView;
import dev.qorpus.web.parameter.Parameter;

import static dev.qorpus.web.mcp.tool.ToolParameters.HITS;

/** Finds the neighbours of an entry or of a text. */
final class RelatedTool {

    private static final int USUAL_TOKENS = 1_500;
    private static final Parameter<String> OF = Parameter.required("of",
            "The id of an entry, as in hits, or any text.",
            Map.of("type", "string", "minLength", 1, "maxLength", Query.MAX_LENGTH), text -> {
                Query.of(text, "hybrid").check();
                return text;
            });
    private static final Parameter<Integer> TOKENS = ToolParameters.tokens(USUAL_TOKENS);

    private RelatedTool() {}

    static Tool tool() {
        return new Tool("related", "Related entries",
                "Find the entries closest in meaning to an entry or to a text: what else the notes say about it.",
                List.of(OF, HITS, TOKENS), NeighboursView.class, RelatedTool::call);
    }

    private static ToolResult call(Search search, Arguments arguments) {
        String of = arguments.get(OF);
        RelatedView found = RelatedView.of(of, related(search, of, arguments.get(HITS)));
        return new Budget(arguments.get(TOKENS)).ofHits(found.hits(),
                hits -> ToolResult.of(new NeighboursView(of, hits), text(of, hits)));
    }

    private static Results related(Search search, String of, int k) {
        Related related = new Related(search);
        Optional<Results> neighbours = related.of(new EntryId(of), k);
        if (neighbours.isPresent()) {
            return neighbours.get();
        }
        int hash = of.indexOf('#');
        if (hash > 0 && search.manifest().valuesOf(FilterFields.FILE).containsKey(of.substring(0, hash))) {
            throw new QueryException("there is no entry '" + of + "'; ids are those in the hits of 'ask'");
        }
        return related.of(of, k);
    }

    private static String text(String of, List<BriefHitView> hits) {
        StringBuilder text = new StringBuilder(hits.isEmpty() ? "Nothing is related to " : "Related to ").append(of)
                .append('.');
        hits.forEach(hit -> text.append("\n\n").append(HitText.of(hit)));
        return text.toString();
    }
}
