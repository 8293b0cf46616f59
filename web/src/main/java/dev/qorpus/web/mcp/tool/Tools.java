package dev.qorpus.web.mcp.tool;

import java.util.List;
import java.util.function.Supplier;

import dev.qorpus.web.json.state.StatusView;
import dev.qorpus.web.serve.FindingsCache;
import dev.qorpus.web.serve.TopicsCache;

/**
 * What the tools use besides the index.
 *
 * @param topics the topics of the notes
 * @param findings what is worth fixing in the notes
 * @param latencies the times of the last requests
 */
public record Tools(TopicsCache topics, FindingsCache findings, Supplier<List<StatusView.Latency>> latencies) {

    /** All tools, always in the same order. */
    public List<Tool> all() {
        return List.of(AskTool.tool(), EntryTool.tool(), RelatedTool.tool(), CompareTool.tool(),
                new TopicsTool(topics).tool(), new FindingsTool(findings).tool(), new StatusTool(latencies).tool());
    }
}
