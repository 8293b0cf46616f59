package dev.qorpus.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.web.api.access.Gate;
import dev.qorpus.web.api.access.SecurityHeaders;
import dev.qorpus.web.api.deploy.BasePathHandler;
import dev.qorpus.web.api.deploy.CrossOriginApi;
import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.deploy.ForwardedHeaders;
import dev.qorpus.web.api.endpoint.CommandRoutes;
import dev.qorpus.web.api.endpoint.ComparisonRoutes;
import dev.qorpus.web.api.endpoint.ContractRoute;
import dev.qorpus.web.api.endpoint.EntryRoutes;
import dev.qorpus.web.api.endpoint.EvaluationRoutes;
import dev.qorpus.web.api.endpoint.HealthRoutes;
import dev.qorpus.web.api.endpoint.JudgmentRoutes;
import dev.qorpus.web.api.endpoint.McpRoutes;
import dev.qorpus.web.api.endpoint.PageRoutes;
import dev.qorpus.web.api.endpoint.PlainRoutes;
import dev.qorpus.web.api.endpoint.SearchRoutes;
import dev.qorpus.web.api.endpoint.StateRoutes;
import dev.qorpus.web.api.endpoint.TopicRoutes;
import dev.qorpus.web.api.endpoint.UnansweredRoutes;
import dev.qorpus.web.api.load.ActiveRequests;
import dev.qorpus.web.api.load.Admission;
import dev.qorpus.web.api.load.Jetty;
import dev.qorpus.web.api.log.RequestIds;
import dev.qorpus.web.api.log.RequestLog;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.mcp.McpService;
import dev.qorpus.web.mcp.tool.Tools;
import dev.qorpus.web.serve.CommandAnswer;
import dev.qorpus.web.serve.CommandRequest;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Evaluations;
import dev.qorpus.web.serve.FindingsCache;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.Measurements;
import dev.qorpus.web.serve.ServerGauges;
import dev.qorpus.web.serve.TopicsCache;

/** The HTTP server: assembles routes, access checks and limits. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    /** Messages of agents, the sign-in form and judgments have a body. A question in one may have 8,000 characters. */
    private static final long LONGEST_BODY = 131_072;

    private final Javalin javalin;
    private final List<Route> routes;
    private final ActiveRequests active;
    private final Background background;

    /** Work that runs in the background. */
    private record Background(FindingsCache findings, TopicsCache topics, Evaluations evaluations,
            Measurements measurements) implements AutoCloseable {

        @Override
        public void close() {
            findings.close();
            topics.close();
            evaluations.close();
            measurements.close();
        }
    }

    private Server(Javalin javalin, List<Route> routes, ActiveRequests active, Background background) {
        this.javalin = javalin;
        this.routes = routes;
        this.active = active;
        this.background = background;
    }

    /**
     * Starts a server on the address of its settings.
     *
     * @param search answers the questions; the caller closes it
     * @param corpus reads the corpus
     * @param health the faults that other parts detect
     * @throws dev.qorpus.web.assembly.AddressException if the address cannot be bound
     */
    public static Server start(LiveSearch search, CorpusAccess corpus, Health health, ServerSettings settings) {
        return start(search, corpus, health, BoundPort.of(settings));
    }

    /** Starts a server on a port that was reserved for it, and closes that with itself. It runs no commands. */
    public static Server start(LiveSearch search, CorpusAccess corpus, Health health, BoundPort port) {
        return start(search, corpus, health, port, (state, command) -> Optional.empty());
    }

    /**
     * The same, and runs commands for other processes.
     *
     * @param commands runs a command on the published state; empty if it has to run in the other process
     */
    public static Server start(LiveSearch search, CorpusAccess corpus, Health health, BoundPort port,
            BiFunction<Search, CommandRequest, Optional<CommandAnswer>> commands) {
        ServerSettings settings = port.settings();
        ActiveRequests active = new ActiveRequests(settings.limits().budget());
        Admission admission = new Admission(settings.limits(), active);
        Measurements measurements = new Measurements();
        ServerGauges.by(measurements, search, admission, active);
        Background background = new Background(new FindingsCache(search, corpus.check()), new TopicsCache(search),
                new Evaluations(search), measurements);
        Gate gate = new Gate(settings.isLoopback(), settings.token(), settings.deployment());
        List<Route> routes = new ArrayList<>(new CommandRoutes(commands).routes());
        routes.addAll(routes(gate, background, corpus, new HealthRoutes(search, health),
                new ForwardedHeaders(settings.deployment().basePath())));
        gate.open(routes);
        Javalin javalin = Javalin.create(config -> {
            configure(config, port, measurements);
            before(config, gate);
            Routing routing = new Routing(search, admission, measurements, health);
            routes.forEach(route -> routing.add(route, config.routes));
            new Problems(health).map(config.routes);
        });
        try {
            return new Server(javalin.start(), routes, active, background);
        } catch (RuntimeException e) {
            javalin.stop();
            active.close();
            port.close();
            throw e;
        }
    }

    private static void configure(JavalinConfig config, BoundPort port, Measurements measurements) {
        ServerSettings settings = port.settings();
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LONGEST_BODY;
        config.router.javaLangErrorHandler(Problems::error);
        RequestLog log = new RequestLog(settings.log(), System.err::println);
        config.requestLogger.http((context, millis) -> {
            measurements.countResponse(RequestLog.routeOf(context), context.statusCode());
            log.write(context, millis);
        });
        Jetty.limit(config.jetty, port.channel(), settings.limits());
        config.jetty.modifyServer(server -> deploy(server, settings.deployment()));
        // An entry id contains '/' and '#', which clients send as %2F and %23.
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

    /** Puts the handlers of a deployment before those of Javalin, which adds its own at the end. */
    private static void deploy(org.eclipse.jetty.server.Server server, Deployment deployment) {
        Handler.Wrapper last = (Handler.Wrapper) server.getHandler();
        if (!deployment.basePath().isEmpty()) {
            Handler.Wrapper base = new BasePathHandler(deployment.basePath());
            last.setHandler(base);
            last = base;
        }
        if (!deployment.origins().isEmpty()) {
            last.setHandler(new CrossOriginApi(deployment.origins()));
        }
    }

    private static void before(JavalinConfig config, Gate gate) {
        config.routes.before(context -> {
            RequestIds.assign(context);
            SecurityHeaders.ALL.forEach(context::header);
            if (!gate.check(context)) {
                context.skipRemainingHandlers();
            }
        });
    }

    private static List<Route> routes(Gate gate, Background background, CorpusAccess corpus, HealthRoutes health,
            ForwardedHeaders forwarded) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new SearchRoutes(background.measurements()).routes());
        routes.addAll(EntryRoutes.routes());
        routes.addAll(ComparisonRoutes.routes());
        routes.addAll(new TopicRoutes(background.topics()).routes());
        routes.addAll(new EvaluationRoutes(corpus.judged(), background.evaluations()).routes());
        routes.addAll(new JudgmentRoutes(corpus.feedback(), gate.writes()).routes());
        routes.addAll(new UnansweredRoutes(corpus.feedback().unanswered(), gate.writes()).routes());
        routes.addAll(new StateRoutes(background.findings(), background.measurements()).routes());
        routes.addAll(new McpRoutes(new McpService(new Tools(background.topics(), background.findings(),
                background.measurements()::latencies))).routes());
        routes.addAll(health.routes());
        routes.addAll(PageRoutes.routes());
        routes.addAll(PlainRoutes.routes());
        routes.addAll(gate.routes());
        return new ContractRoute(routes, forwarded).all();
    }

    /** All routes. */
    List<Route> routes() {
        return routes;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops the server. Running requests may finish within the time that the limits allow. */
    @Override
    public void close() {
        background.findings().close();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("requests that were still running were cut off when the server stopped", e);
        }
        active.close();
        background.close();
    }
}
