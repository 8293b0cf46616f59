package dev.qorpus.web.api;

import java.util.Optional;
import java.util.function.BiConsumer;

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
    private final Work work;

    /** What goes on beside requests. */
    private record Work(Findings findings, TopicHandlers topics, Evaluations evaluations,
            Measurements measurements) implements AutoCloseable {

        @Override
        public void close() {
            findings.close();
            topics.close();
            evaluations.close();
            measurements.close();
        }
    }

    private Server(Javalin javalin, Work work) {
        this.javalin = javalin;
        this.work = work;
    }

    /**
     * Starts to listen.
     *
     * @param search what is asked; the caller closes it
     * @param corpus what is read from the corpus
     * @param port 0 for any free one
     * @throws AddressException if the address cannot be bound
     */
    public static Server start(LiveSearch search, FromCorpus corpus, String host, int port) {
        HostCheck hostCheck = new HostCheck(host);
        Work work = new Work(new Findings(search, corpus.check()), new TopicHandlers(search), new Evaluations(search),
                new Measurements());
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            before(config.routes, hostCheck);
            Routes routes = new Routes(config.routes, work.measurements());
            files(routes, search);
            questions(routes, search);
            corpus(routes, search, corpus, work);
            problems(config.routes);
        });
        try {
            return new Server(javalin.start(host, port), work);
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

    private static void files(Routes routes, LiveSearch search) {
        read(routes, "/", context -> asset(context, Page.asset("index.html")));
        read(routes, "/page/{name}", context -> asset(context, Page.asset(context.pathParam("name"))));
        read(routes, "/lib/{library}/<file>",
                context -> asset(context, Libraries.asset(context.pathParam("library"), context.pathParam("file"))));
        read(routes, "/corpus/<path>", context -> search.use(current -> ImageHandler.answer(current, context)));
    }

    private static void questions(Routes routes, LiveSearch search) {
        read(routes, "/api/search", asking(search, Handlers::search));
        read(routes, "/api/suggest", asking(search, Handlers::suggest));
        read(routes, "/api/compare", asking(search, Handlers::compare));
        read(routes, "/api/compare/words", asking(search, Handlers::words));
        read(routes, "/export/comparison.html", asking(search, Handlers::comparisonPage));
        read(routes, "/api/entries/<id>/related", asking(search, Handlers::related));
        read(routes, "/api/entries/<id>", asking(search, Handlers::entry));
        read(routes, "/health", asking(search, Handlers::health));
    }

    private static void corpus(Routes routes, LiveSearch search, FromCorpus corpus, Work work) {
        StateHandlers state = new StateHandlers(work.findings(), work.measurements());
        read(routes, "/api/status", on(search, state::status));
        read(routes, "/api/findings", on(search, state::findings));
        read(routes, "/metrics", state::metrics);
        read(routes, "/api/topics", on(search, work.topics()::topics));
        read(routes, "/api/map", on(search, work.topics()::map));
        read(routes, "/export/topics.html", on(search, work.topics()::page));
        EvaluationHandlers evaluation = new EvaluationHandlers(corpus.judged(), work.evaluations());
        read(routes, "/api/evaluation", on(search, evaluation::evaluation));
        read(routes, "/export/evaluation.html", on(search, evaluation::page));
    }

    /** One of the endpoints. */
    private interface Endpoint {
        void answer(Handlers handlers, Context context);
    }

    private static Handler asking(LiveSearch live, Endpoint endpoint) {
        return on(live, (search, context) -> endpoint.answer(new Handlers(search), context));
    }

    /** A request keeps the published state that it began with to its end. */
    private static Handler on(LiveSearch live, BiConsumer<Search, Context> answer) {
        return context -> live.use(search -> answer.accept(search, context));
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
        javalin.stop();
        work.close();
    }
}
