package dev.qorpus.web.cli;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.assembly.IndexAddress;
import dev.qorpus.web.assembly.RerankerChoice;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.mcp.McpService;
import dev.qorpus.web.mcp.stdio.LineHandler;
import dev.qorpus.web.mcp.stdio.LocalHandler;
import dev.qorpus.web.mcp.tool.Tools;
import dev.qorpus.web.serve.FindingsCache;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.IndexWatch;
import dev.qorpus.web.serve.Measurements;
import dev.qorpus.web.serve.TopicsCache;

/** An index that this process opens for agents, once it is needed. It follows what is published later. */
final class OpenIndex implements AutoCloseable {

    private final Session session;
    private @Nullable Parts parts;

    /** What is closed in turn. */
    private record Parts(LiveSearch search, IndexWatch published, TopicsCache topics, FindingsCache findings,
            Measurements measurements) {

        void close() {
            findings.close();
            topics.close();
            measurements.close();
            published.close();
            search.close();
        }
    }

    OpenIndex(IndexAddress address, RerankerChoice reranking) {
        this.session = new Session(address, reranking);
    }

    /** Answers from the index, which is opened now. */
    synchronized LineHandler handler() {
        LiveSearch search = session.live(SearchSettings.DEFAULT);
        IndexWatch published = new IndexWatch(search, new Health());
        Parts made = new Parts(search, published, new TopicsCache(search), new FindingsCache(search, session::check),
                new Measurements());
        parts = made;
        published.start();
        return new LocalHandler(search,
                new McpService(new Tools(made.topics(), made.findings(), made.measurements()::latencies)));
    }

    @Override
    public synchronized void close() {
        Parts opened = parts;
        if (opened != null) {
            opened.close();
        }
        session.close();
    }
}
