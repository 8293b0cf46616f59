package dev.qorpus.web.mcp.tool;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.qorpus.search.Search;
import dev.qorpus.web.json.TopicsView;
import dev.qorpus.web.parameter.Parameter;
import dev.qorpus.web.serve.TopicsCache;

/** Shows what the notes are about. */
record TopicsTool(TopicsCache topics) {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int USUAL_TOKENS = 2_000;
    private static final Parameter<Integer> TOKENS = ToolParameters.tokens(USUAL_TOKENS);

    Tool tool() {
        return new Tool("topics", "Topics of the notes",
                "List what the notes are about: topics found by meaning, the largest first, with typical questions.",
                List.of(TOKENS), TopicsView.class, this::call);
    }

    private ToolResult call(Search search, Arguments arguments) {
        Budget budget = new Budget(arguments.get(TOKENS));
        return topics.find(search, PATIENCE).map(TopicsView::of).map(found -> budget.ofFirst(found.topics(), first -> {
            TopicsView view = with(found, first);
            return ToolResult.of(view, text(view));
        })).orElseGet(() -> ToolResult.failed("the topics are still being looked for; call again in some seconds"));
    }

    private static TopicsView with(TopicsView found, List<TopicsView.TopicView> topics) {
        return new TopicsView(found.entries(), found.nowhere(), found.seconds(), topics);
    }

    private static String text(TopicsView view) {
        return HitText.format("%d entries, %d in no topic.", view.entries(), view.nowhere())
                + view.topics().stream().map(TopicsTool::text).collect(Collectors.joining());
    }

    private static String text(TopicsView.TopicView topic) {
        return HitText.format("\n%d  %s", topic.size(), topic.label()) + topic.representatives().stream()
                .map(entry -> "\n   " + entry.question() + " [id=" + entry.id() + "]").collect(Collectors.joining());
    }
}
