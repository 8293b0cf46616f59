package dev.qorpus.web.mcp.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.search.Search;
import dev.qorpus.web.json.state.FindingView;
import dev.qorpus.web.json.state.FindingsView;
import dev.qorpus.web.parameter.Parameter;
import dev.qorpus.web.serve.FindingsCache;

/** Lists what is worth fixing in the notes. */
public record FindingsTool(FindingsCache findings) {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int USUAL_TOKENS = 2_000;
    private static final int FEW = 20;
    private static final int MOST = 200;
    private static final int LARGEST_OFFSET = 999_999_999;
    /** How many files are counted in a result. */
    private static final int FILES = 10;

    private static final Parameter<String> RULE = Parameter.choice("rule", "Only findings of this rule.",
            Arrays.stream(Finding.Rule.values()).map(Finding.Rule::id).toList());
    private static final Parameter<String> FILE = Parameter.text("file", "Only findings in this file.", "");
    private static final Parameter<String> ENTRY = Parameter.text("entry",
            "Only findings about the entry with this id.",
            "");
    private static final Parameter<Integer> OFFSET = Parameter.integer("offset", "How many findings to skip.", 0,
            LARGEST_OFFSET, 0);
    private static final Parameter<Integer> COUNT = Parameter.integer("k", "The most findings.", 1, MOST, FEW);
    private static final Parameter<Integer> TOKENS = ToolParameters.tokens(USUAL_TOKENS);

    Tool tool() {
        return new Tool("findings", "What is worth fixing",
                "List gaps and faults of the notes with file and line: questions without an answer, duplicates, broken "
                        + "links and so on, with the number for each rule.",
                List.of(RULE, FILE, ENTRY, OFFSET, COUNT, TOKENS), FindingsView.class, this::call);
    }

    private ToolResult call(Search search, Arguments arguments) {
        return of(search, new FindingsView.Wanted(arguments.get(RULE), arguments.get(FILE), arguments.get(ENTRY),
                arguments.get(OFFSET), arguments.get(COUNT)), arguments.get(TOKENS));
    }

    /** The text of the first findings. */
    public String text(Search search, int tokens) {
        return of(search, new FindingsView.Wanted("", "", "", 0, FEW), tokens).text();
    }

    private ToolResult of(Search search, FindingsView.Wanted wanted, int tokens) {
        FindingsView found = findings.await(search.manifest(), wanted, PATIENCE);
        return new Budget(tokens).ofFirst(found.findings(), first -> {
            FindingsView view = with(found, first);
            return ToolResult.of(view, text(view));
        });
    }

    private static FindingsView with(FindingsView found, List<FindingView> findings) {
        return new FindingsView(found.state(), found.files(), found.entries(), found.total(), found.offset(), findings,
                found.rules(), found.inFiles().stream().limit(FILES).toList(), found.notes());
    }

    private static String text(FindingsView view) {
        List<String> lines = new ArrayList<>();
        lines.add(switch (view.state()) {
            case "done" -> view.total() == 1 ? "1 finding." : view.total() + " findings.";
            case "checking" -> "The check of the notes is still running; call again in some seconds.";
            default -> "The notes could not be checked (" + view.state() + ").";
        });
        view.rules().forEach(rule -> lines.add(HitText.format("%dx %s: %s %s", rule.count(), rule.rule(),
                rule.description(), rule.help())));
        view.findings().forEach(finding -> lines.add(HitText.format("%s:%d %s: %s", finding.file(), finding.line(),
                finding.rule(), finding.message())));
        int next = view.offset() + view.findings().size();
        if (next < view.total()) {
            lines.add("More: offset=" + next + ".");
        }
        lines.addAll(view.notes());
        return String.join("\n", lines);
    }
}
