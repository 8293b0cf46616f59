package dev.qorpus.web.api;

import java.util.Optional;
import java.util.function.Function;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.QueryException;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.web.page.Libraries;
import dev.qorpus.web.page.Page;

/** The HTTP server: routes, headers that every response carries, and problems. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Javalin javalin;
    private final StateHandlers state;

    private Server(Javalin javalin, StateHandlers state) {
        this.javalin = javalin;
        this.state = state;
    }

    /**
     * Starts to listen.
     *
     * @param search what is asked; the caller closes it
     * @param check reads the corpus of a published state and says what is worth mending
     * @param port 0 for any free one
     * @throws AddressException if the address cannot be bound
     */
    public static Server start(LiveSearch search, Function<Search, CheckReport> check, String host, int port) {
        HostCheck hostCheck = new HostCheck(host);
        StateHandlers state = new StateHandlers(new Findings(search, check), new Measurements());
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            before(config.routes, hostCheck);
            routes(new Routes(config.routes, state.measurements()), search, state);
            problems(config.routes);
        });
        try {
            return new Server(javalin.start(host, port), state);
        } catch (RuntimeException e) {
            javalin.stop();
            throw new AddressException(host, port, e);
        }
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = true;
        // An entry's id holds '/' and '#', which a careful client sends as %2F and %23.
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.from("RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING,"
                    + "SUSPICIOUS_PATH_CHARACTERS,AMBIGUOUS_EMPTY_SEGMENT"));
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        config.jetty.modifyServletContextHandler(context -> {
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            context.setErrorHandler(new JettyProblems());
        });
    }

    private static void before(RoutesConfig routes, HostCheck hostCheck) {
        routes.before(context -> {
            SecurityHeaders.ALL.forEach(context::header);
            if (!hostCheck.allows(context)) {
                Problem.of(421, "the Host header names another machine; ask by localhost or 127.0.0.1").write(context);
                context.skipRemainingHandlers();
            }
        });
    }

    private static void routes(Routes routes, LiveSearch search, StateHandlers state) {
        read(routes, "/", context -> asset(context, Page.asset("index.html")));
        read(routes, "/page/{name}", context -> asset(context, Page.asset(context.pathParam("name"))));
        read(routes, "/lib/{library}/<file>",
                context -> asset(context, Libraries.asset(context.pathParam("library"), context.pathParam("file"))));
        read(routes, "/corpus/<path>", context -> search.use(current -> ImageHandler.answer(current, context)));
        read(routes, "/api/search", asking(search, Handlers::search));
        read(routes, "/api/suggest", asking(search, Handlers::suggest));
        read(routes, "/api/compare", asking(search, Handlers::compare));
        read(routes, "/api/compare/words", asking(search, Handlers::words));
        read(routes, "/api/status", context -> search.use(current -> state.status(current, context)));
        read(routes, "/api/findings", context -> search.use(current -> state.findings(current, context)));
        read(routes, "/metrics", state::metrics);
        read(routes, "/api/entries/<id>/related", asking(search, Handlers::related));
        read(routes, "/api/entries/<id>", asking(search, Handlers::entry));
        TopicHandlers topics = new TopicHandlers(new KeptTopics(search));
        read(routes, "/api/topics", context -> search.use(current -> topics.topics(current, context)));
        read(routes, "/api/map", context -> search.use(current -> topics.map(current, context)));
        read(routes, "/health", asking(search, Handlers::health));
    }

    /** One of the endpoints. */
    private interface Endpoint {
        void answer(Handlers handlers, Context context);
    }

    /** A request keeps the published state that it began with to its end. */
    private static Handler asking(LiveSearch live, Endpoint endpoint) {
        return context -> live.use(search -> endpoint.answer(new Handlers(search), context));
    }

    /** GET, and HEAD, which answers the same without the body. */
    private static void read(Routes routes, String path, Handler handler) {
        Handler timed = routes.measurements().timed(path, handler);
        routes.config().get(path, timed);
        routes.config().head(path, timed);
    }

    /** Where routes are added, and what times their requests. */
    private record Routes(RoutesConfig config, Measurements measurements) {}

    private static void asset(Context context, Optional<Page.Asset> found) {
        found.ifPresentOrElse(
                asset -> context.contentType(asset.type()).header("Cache-Control", "no-cache").result(asset.bytes()),
                () -> Problem.of(404, "there is no such page").write(context));
    }

    private static void problems(RoutesConfig routes) {
        routes.exception(QueryException.class, (e, context) -> Problem.of(400, message(e)).write(context));
        routes.exception(IllegalArgumentException.class,
                (e, context) -> Problem.of(400, "the request is malformed; ask as in the README").write(context));
        routes.exception(UnknownEntryException.class, (e, context) -> Problem.of(404, message(e)).write(context));
        routes.exception(ModelException.class, (e, context) -> failed(503, e, context));
        routes.exception(BackendException.class, (e, context) -> failed(503, e, context));
        routes.exception(HttpResponseException.class, (e, context) -> {
            context.header("Allow", "GET, HEAD");
            Problem.of(e.getStatus(), "no such path or method; GET /api/search?q=… answers a question").write(context);
        });
        // An address that cannot be decoded.
        routes.exception(HttpException.RuntimeException.class,
                (e, context) -> Problem.of(e.getCode(), "the address is malformed; encode it as UTF-8").write(context));
        routes.exception(Exception.class, (e, context) -> failed(500, e, context));
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    /** The cause is for the log: it may name paths of this machine. */
    private static void failed(int status, Exception e, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        Problem.of(status, "the question could not be answered; the server's log says why").write(context);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        state.findings().close();
        javalin.stop();
        state.measurements().close();
    }
}
