package dev.qorpus.web.mcp.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.qorpus.search.Search;
import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.json.state.StatusView;

/**
 * Shows the state of the index.
 *
 * @param latencies the times of the last requests
 */
record StatusTool(Supplier<List<StatusView.Latency>> latencies) {

    /** How many values of a filter field are listed: those of the most entries. */
    private static final int VALUES = 12;

    Tool tool() {
        return new Tool("status", "State of the index",
                "Tell how many entries there are, the values of each filter field, the modes of search, the models, and "
                        + "when the index was made.",
                List.of(), StatusView.class, this::call);
    }

    private ToolResult call(Search search, Arguments arguments) {
        StatusView status = StatusView.of(search, ProcessView.now(), latencies.get());
        Map<String, SortedMap<String, Integer>> values = new TreeMap<>();
        status.values().forEach((field, counts) -> values.put(field, frequent(counts)));
        StatusView brief = status.withValues(values);
        return new ToolResult(brief, text(brief));
    }

    private static SortedMap<String, Integer> frequent(SortedMap<String, Integer> counts) {
        SortedMap<String, Integer> frequent = new TreeMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(VALUES)
                .forEach(count -> frequent.put(count.getKey(), count.getValue()));
        return frequent;
    }

    private static String text(StatusView status) {
        List<String> lines = new ArrayList<>();
        lines.add(HitText.format("%d entries in %d files, %d without an answer; indexed %s; Qorpus %s.",
                status.counts().entries(), status.counts().files(), status.counts().unanswered(), status.indexedAt(),
                status.version()));
        if (status.notice() != null) {
            lines.add(status.notice());
        }
        lines.add("Models: " + String.join(", ", status.models()) + ". Modes: " + String.join(", ", status.modes())
                + ".");
        status.values().forEach((field, counts) -> lines.add("Filter " + field + ": " + counts.entrySet().stream()
                .map(count -> count.getKey() + " (" + count.getValue() + ")").collect(Collectors.joining(", "))));
        return String.join("\n", lines);
    }
}
