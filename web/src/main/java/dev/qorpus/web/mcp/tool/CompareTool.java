package dev.qorpus.web.mcp.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.qorpus.search.Search;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.web.json.AnswersView.BriefHitView;
import dev.qorpus.web.json.ComparisonView;
import dev.qorpus.web.json.RanksView;
import dev.qorpus.web.parameter.Parameter;

import static dev.qorpus.web.mcp.tool.ToolParameters.FILTERS;
import static dev.qorpus.web.mcp.tool.ToolParameters.HITS;
import static dev.qorpus.web.mcp.tool.ToolParameters.QUESTION;

/** Compares modes of search on one question. */
final class CompareTool {

    private static final int USUAL_TOKENS = 2_500;
    private static final List<String> USUAL_MODES = List.of("lexical", "dense", Mode.HYBRID);
    private static final Parameter<List<String>> MODES = Parameter.repeated("modes",
            "The modes, 2 to " + Compare.MAX_MODES + "; without any: lexical, dense and hybrid.", Compare.MAX_MODES,
            given -> given.isEmpty() ? USUAL_MODES : given);
    private static final Parameter<Integer> TOKENS = ToolParameters.tokens(USUAL_TOKENS);

    private CompareTool() {}

    static Tool tool() {
        return new Tool("compare", "Compare modes of search",
                "Ask one question in several modes of search and compare the ranks. For questions about the search "
                        + "itself; to find an answer, 'ask' is enough.",
                List.of(QUESTION, MODES, HITS, FILTERS, TOKENS), RanksView.class, CompareTool::call);
    }

    private static ToolResult call(Search search, Arguments arguments) {
        Query query = new Query(arguments.get(QUESTION), Mode.HYBRID, arguments.get(HITS), arguments.get(FILTERS),
                false);
        query.check();
        ComparisonView whole = ComparisonView.of(new Compare(search).run(query, arguments.get(MODES)));
        return new Budget(arguments.get(TOKENS)).ofSize(1, query.k(), most -> {
            RanksView view = RanksView.of(whole, most);
            return ToolResult.of(view, text(view));
        });
    }

    private static String text(RanksView view) {
        List<String> lines = new ArrayList<>();
        view.hits().forEach((mode, hits) -> {
            lines.add(mode + ":");
            hits.forEach(hit -> lines.add(line(hit)));
        });
        lines.add("Overlap: " + view.overlap().stream()
                .map(pair -> HitText.format("%s and %s share %d of %d", pair.a(), pair.b(), pair.shared(), pair.of()))
                .collect(Collectors.joining("; ")) + ".");
        view.moves().forEach(move -> lines.add("Moved: " + move.question() + " " + move.ranks() + ": "
                + move.reason()));
        return String.join("\n", lines);
    }

    private static String line(BriefHitView hit) {
        return HitText.format("%d. %s [%s:%d | id=%s | %.3f]", hit.rank(), hit.question(), hit.file(), hit.line(),
                hit.id(), hit.score());
    }
}
