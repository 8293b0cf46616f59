package dev.qorpus.web.mcp;

import java.util.Map;

import io.modelcontextprotocol.common.McpTransportContext;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.Search;

/**
 * One message and its response. The SDK carries it to the handlers; they use the published state that the request started
 * with. A failure is kept here, since the SDK would turn it into a message of its own.
 */
final class Exchange {

    private static final String KEY = Exchange.class.getName();

    private final Search search;
    private volatile @Nullable RuntimeException failure;

    Exchange(Search search) {
        this.search = search;
    }

    static Exchange of(McpTransportContext context) {
        return (Exchange) context.get(KEY);
    }

    McpTransportContext context() {
        return McpTransportContext.create(Map.of(KEY, this));
    }

    Search search() {
        return search;
    }

    /** Keeps a failure, and returns it to be thrown. */
    RuntimeException failed(RuntimeException e) {
        failure = e;
        return e;
    }

    /** Throws the failure, if there was one. */
    void check() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
