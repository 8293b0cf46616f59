package dev.qorpus.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.web.api.load.Admission;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.Measurements;

/**
 * Adds routes, whose requests are timed and counted. A request keeps the published state that it began with to its end.
 *
 * @param routes where to
 * @param search what is asked
 * @param admission lets in as many questions at once as the machine has use for
 * @param measurements what is measured of requests
 * @param health knows when questions would wait in vain
 */
record Routing(RoutesConfig routes, LiveSearch search, Admission admission, Measurements measurements,
        Health health) {

    /** Whoever watches the index asks it again about as often. */
    private static final int AWAY_SECONDS = 2;

    /** An endpoint that asks the published state. */
    interface Endpoint {
        void answer(Search search, Context context);
    }

    /** One of the endpoints for questions. */
    interface Question {
        void answer(Handlers handlers, Context context);
    }

    /** GET, and HEAD, which answers the same without the body. */
    void read(String path, Handler handler) {
        Handler timed = measurements.timed(path, context -> {
            RequestLog.route(context, path);
            handler.handle(context);
        });
        routes.get(path, timed);
        routes.head(path, timed);
    }

    /** What costs little, whoever asks. */
    void tell(String path, Endpoint endpoint) {
        read(path, context -> use(endpoint, context));
    }

    /** What costs more, and waits for its turn; but not for an index that is known to be away. */
    void work(String path, Endpoint endpoint) {
        Handler admitted = admission.admitted(context -> use(endpoint, context));
        read(path, context -> {
            if (health.has(Fault.INDEX_AWAY)) {
                Problem.of(503, Fault.INDEX_AWAY.told()).write(context, AWAY_SECONDS);
            } else {
                admitted.handle(context);
            }
        });
    }

    /** A question, which waits for its turn. */
    void ask(String path, Question question) {
        work(path, (current, context) -> question.answer(new Handlers(current), context));
    }

    private void use(Endpoint endpoint, Context context) {
        search.use(current -> endpoint.answer(current, context));
    }
}
