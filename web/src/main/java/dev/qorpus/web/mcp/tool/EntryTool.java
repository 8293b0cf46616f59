package dev.qorpus.web.mcp.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.json.EntriesView;
import dev.qorpus.web.json.EntriesView.EntryTextView;
import dev.qorpus.web.parameter.Parameter;

/** Shows entries whole. */
public final class EntryTool {

    private static final int MOST_IDS = 20;
    private static final int USUAL_TOKENS = 6_000;
    private static final int LONGEST = 200_000;

    private static final Parameter<List<EntryId>> IDS = new Parameter<>("ids",
            "The ids of the entries, as in hits: 1 to " + MOST_IDS + ".",
            Map.of("type", "array", "items", Map.of("type", "string"), "minItems", 1, "maxItems",
                    MOST_IDS),
            true, EntryTool::ids);
    private static final Parameter<Integer> TOKENS = ToolParameters.tokens(USUAL_TOKENS);

    private EntryTool() {}

    static Tool tool() {
        return new Tool("entry", "Read entries",
                "Read entries whole, by the ids in hits: question, answer as Markdown, file, line and neighbours. Several "
                        + "ids in one call cost less than several calls.",
                List.of(IDS, TOKENS), EntriesView.class, EntryTool::call);
    }

    private static List<EntryId> ids(List<String> given) {
        if (given.isEmpty() || given.size() > MOST_IDS) {
            throw new QueryException(given.size() + " ids are given; allowed are 1 to " + MOST_IDS);
        }
        if (given.stream().anyMatch(String::isBlank)) {
            throw new QueryException("an id is empty; ids are those in the hits of 'ask'");
        }
        return given.stream().distinct().map(EntryId::new).toList();
    }

    private static ToolResult call(Search search, Arguments arguments) {
        List<EntryTextView> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (EntryId id : arguments.get(IDS)) {
            view(search, id).ifPresentOrElse(found::add, () -> unknown.add(id.value()));
        }
        if (found.isEmpty()) {
            return ToolResult.failed("there is no entry " + String.join(", ", unknown)
                    + "; ids are those in the hits of 'ask', such as FILE#ANCHOR");
        }
        return new Budget(arguments.get(TOKENS)).ofSize(0, LONGEST, size -> {
            EntriesView view = cut(found, unknown, size);
            return ToolResult.of(view, text(view));
        });
    }

    private static Optional<EntryTextView> view(Search search, EntryId id) {
        return search.entry(id).map(stored -> {
            Entry entry = stored.entry();
            return EntryTextView.of(entry, search.neighbourhood(entry, 0));
        });
    }

    /** The text of one entry; empty if there is none. */
    public static Optional<String> text(Search search, EntryId id) {
        return view(search, id).map(EntryTool::text);
    }

    private static EntriesView cut(List<EntryTextView> entries, List<String> unknown, int size) {
        boolean shortened = entries.stream().anyMatch(entry -> entry.answer().length() > size);
        return new EntriesView(entries.stream()
                .map(entry -> entry.answer().length() > size
                        ? entry.withAnswer(Excerpt.beginning(entry.answer(), size))
                        : entry)
                .toList(), unknown, shortened);
    }

    private static String text(EntriesView view) {
        List<String> parts = new ArrayList<>(view.entries().stream().map(EntryTool::text).toList());
        if (!view.unknown().isEmpty()) {
            parts.add("There is no entry " + String.join(", ", view.unknown()) + ".");
        }
        if (view.shortened()) {
            parts.add("Answers are cut; ask for more tokens, or for fewer ids at once.");
        }
        return String.join("\n\n", parts);
    }

    private static String text(EntryTextView entry) {
        List<String> place = new ArrayList<>(List.of(entry.file() + ":" + entry.line(), "id=" + entry.id()));
        if (!entry.title().isEmpty()) {
            place.add(entry.title());
        }
        place.addAll(entry.section());
        return "# " + entry.question() + "\n[" + String.join(" | ", place) + "]\n"
                + (entry.answered() ? entry.answer() : "(no answer yet)");
    }
}
