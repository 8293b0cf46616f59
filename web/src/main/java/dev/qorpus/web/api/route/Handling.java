package dev.qorpus.web.api.route;

import io.javalin.http.Context;

import dev.qorpus.search.Search;

/** How a request is run. */
public sealed interface Handling {

    /** Runs at once, without the index. It also works if the index cannot be read. */
    record Direct(Task task) implements Handling {}

    /** Runs at once, on the published state. For cheap requests. */
    record OfIndex(IndexTask task) implements Handling {}

    /** Runs on the published state, after admission. It is stopped if it takes too long. */
    record Queued(IndexTask task) implements Handling {}

    /** Handles a request. */
    @FunctionalInterface
    interface Task {
        void run(Request request, Context context);
    }

    /** Handles a request with the published state at its start. */
    @FunctionalInterface
    interface IndexTask {
        void run(Search search, Request request, Context context);
    }
}
