package dev.qorpus.web.api.route;

import io.javalin.http.Context;

import dev.qorpus.search.Search;

/** What a request costs, and what answers it. */
public sealed interface Handling {

    /** Needs no index, and is answered at once: also where the index cannot be read. */
    record Direct(Task task) implements Handling {}

    /** Reads the published state, costs little, and is answered at once. */
    record OfIndex(IndexTask task) implements Handling {}

    /** Works on the published state: waits for its turn, and is stopped where it takes too long. */
    record Queued(IndexTask task) implements Handling {}

    /** Answers a request. */
    @FunctionalInterface
    interface Task {
        void run(Request request, Context context);
    }

    /** Answers a request from the published state that it began with. */
    @FunctionalInterface
    interface IndexTask {
        void run(Search search, Request request, Context context);
    }
}
