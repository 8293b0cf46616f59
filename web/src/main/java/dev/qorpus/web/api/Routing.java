package dev.qorpus.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.api.load.Admission;
import dev.qorpus.web.api.log.RequestLog;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Handling;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.Measurements;

/**
 * Registers routes with Javalin. It checks parameters, admits requests, and measures all of them. A request uses one
 * published state from start to end.
 *
 * @param search answers the questions
 * @param admission limits how many requests run at once
 * @param measurements counts and times the requests
 * @param health tells whether the index can be reached
 */
record Routing(LiveSearch search, Admission admission, Measurements measurements, Health health) {

    /** About the interval at which the index is checked again. */
    private static final int AWAY_SECONDS = 2;

    /** Adds a route. A GET route also answers HEAD. */
    void add(Route route, RoutesConfig routes) {
        Handler handler = handler(route);
        Handler timed = measurements.timed(route.path(), context -> {
            RequestLog.route(context, route.path());
            handler.handle(context);
        });
        routes.addHttpHandler(route.method(), route.path(), timed);
        if (route.method().equals(HandlerType.GET)) {
            routes.head(route.path(), timed);
        }
    }

    private Handler handler(Route route) {
        return switch (route.handling()) {
            case Handling.Direct direct -> context -> direct.task().run(route.read(context), context);
            case Handling.OfIndex ofIndex -> context -> run(ofIndex.task(), route.read(context), context);
            case Handling.Queued queued -> context -> {
                Request request = route.read(context);
                if (health.has(Fault.INDEX_AWAY)) {
                    throw new ProblemException(503, Fault.INDEX_AWAY.message(), AWAY_SECONDS);
                }
                admission.admit(context, () -> run(queued.task(), request, context));
            };
        };
    }

    private void run(Handling.IndexTask task, Request request, Context context) {
        search.use(current -> task.run(current, request, context));
    }
}
