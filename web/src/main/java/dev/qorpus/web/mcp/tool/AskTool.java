package dev.qorpus.web.mcp.tool;

import java.util.Arrays;
import java.util.List;

import dev.qorpus.search.Search;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.Reading;
import dev.qorpus.web.json.AnswersView;
import dev.qorpus.web.json.ResultsView;
import dev.qorpus.web.parameter.Parameter;

import static dev.qorpus.web.mcp.tool.ToolParameters.FILTERS;
import static dev.qorpus.web.mcp.tool.ToolParameters.HITS;
import static dev.qorpus.web.mcp.tool.ToolParameters.QUESTION;

/** Asks a question. */
public final class AskTool {

    private static final int USUAL_TOKENS = 1_500;
    private static final Parameter<Integer> TOKENS = ToolParameters.tokens(USUAL_TOKENS);
    private static final Parameter<Integer> OFFSET = Parameter.integer("offset", "How many hits to skip.", 0,
            Query.MAX_K - 1, 0);
    private static final Parameter<String> MODE = Parameter.text("mode",
            "How to search: hybrid, lexical (exact words), dense (meaning), or a mode of 'status'.", Mode.HYBRID);
    private static final Parameter<String> CUT = Parameter.choice("cut",
            "Where the list ends: after the hits that are likely right, after the related ones, or not at all.",
            Arrays.stream(Cut.values()).map(Cut::label).toList(), Cut.ALL.label());
    private static final Parameter<Boolean> PLAIN = Parameter.flag("plain",
            "Read the question as plain text: quotes and signs have no meaning.");

    private AskTool() {}

    static Tool tool() {
        return new Tool("ask", "Ask the notes",
                "Search the notes for entries that answer a question, best first, with file and line to cite. Says with "
                        + "which confidence the first hit answers it, or that nothing here does. Answers are cut to a "
                        + "budget; 'entry' gives them whole.",
                List.of(QUESTION, HITS, OFFSET, MODE, CUT, FILTERS, PLAIN, TOKENS), AnswersView.class, AskTool::call);
    }

    private static ToolResult call(Search search, Arguments arguments) {
        Query query = new Query(arguments.get(QUESTION), arguments.get(MODE), arguments.get(HITS),
                arguments.get(FILTERS), false).withReading(new Reading(!arguments.get(PLAIN), true)).withListing(
                        Listing.DEFAULT.withOffset(arguments.get(OFFSET)).withCut(Cut.of(arguments.get(CUT))));
        query.check();
        return answer(search, query, arguments.get(TOKENS));
    }

    /** The text of the usual answer to a question. */
    public static String text(Search search, String question, int tokens) {
        return answer(search, Query.of(question, Mode.HYBRID), tokens).text();
    }

    private static ToolResult answer(Search search, Query query, int tokens) {
        ResultsView results = ResultsView.of(search.search(query), search.isWordsOnly());
        List<String> notes = HitText.notes(results);
        return new Budget(tokens).ofHits(results.hits(), hits -> {
            AnswersView answers = AnswersView.of(results, notes, hits);
            return ToolResult.of(answers, HitText.of(answers));
        });
    }
}
