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
 * Has routes answered: checks their parameters, has those that cost something wait for their turn, and counts and times
 * all. A request keeps the published state that it began with to its end.
 *
 * @param search what is asked
 * @param admission lets in as many questions at once as the machine has use for
 * @param measurements what is measured of requests
 * @param health knows when questions would wait in vain
 */
record Routing(LiveSearch search, Admission admission, Measurements measurements, Health health) {

    /** Whoever watches the index asks it again about as often. */
    private static final int AWAY_SECONDS = 2;

    /** Adds a route; one for GET also answers HEAD, which is the same without the body. */
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
                    throw new ProblemException(503, Fault.INDEX_AWAY.told(), AWAY_SECONDS);
                }
                admission.admit(context, () -> run(queued.task(), request, context));
            };
        };
    }

    private void run(Handling.IndexTask task, Request request, Context context) {
        search.use(current -> task.run(current, request, context));
    }
}
