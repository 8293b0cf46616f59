package dev.qorpus.web.api;

import java.util.Optional;
import java.util.zip.CRC32;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.api.access.Gate;
import dev.qorpus.web.api.load.ActiveRequests;
import dev.qorpus.web.api.load.Admission;
import dev.qorpus.web.api.load.Jetty;
import dev.qorpus.web.assembly.AddressException;
import dev.qorpus.web.page.Libraries;
import dev.qorpus.web.page.Page;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Evaluations;
import dev.qorpus.web.serve.FindingsCache;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.Measurements;
import dev.qorpus.web.serve.ServerGauges;

/** The HTTP server: puts together what answers, what keeps out, and what watches. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    /** More than a token and an address; nothing else has a body. */
    private static final long LONGEST_BODY = 16_384;

    private final Javalin javalin;
    private final ActiveRequests underWay;
    private final Background background;

    /** What goes on beside requests. */
    private record Background(FindingsCache findings, TopicHandlers topics, Evaluations evaluations,
            Measurements measurements) implements AutoCloseable {

        @Override
        public void close() {
            findings.close();
            topics.close();
            evaluations.close();
            measurements.close();
        }
    }

    private Server(Javalin javalin, ActiveRequests underWay, Background background) {
        this.javalin = javalin;
        this.underWay = underWay;
        this.background = background;
    }

    /**
     * Starts to listen.
     *
     * @param search what is asked; the caller closes it
     * @param corpus what is read from the corpus
     * @param health what is wrong, as far as others notice it
     * @throws AddressException if the address cannot be bound
     */
    public static Server start(LiveSearch search, CorpusAccess corpus, Health health,
            ServerSettings settings) {
        ActiveRequests underWay = new ActiveRequests(settings.limits().budget());
        Admission admission = new Admission(settings.limits(), underWay);
        Measurements measurements = new Measurements();
        ServerGauges.by(measurements, search, admission, underWay);
        Background background = new Background(new FindingsCache(search, corpus.check()), new TopicHandlers(search),
                new Evaluations(search), measurements);
        Gate gate = new Gate(settings.isLoopback(), settings.token());
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings, measurements);
            before(config, gate);
            gate.routes(config.routes);
            Routing routing = new Routing(config.routes, search, admission, measurements, health);
            files(routing);
            questions(routing);
            corpus(routing, corpus, background);
            health(routing, new HealthHandlers(search, health));
            new Problems(health).map(config.routes);
        });
        try {
            return new Server(javalin.start(), underWay, background);
        } catch (RuntimeException e) {
            javalin.stop();
            underWay.close();
            throw new AddressException(settings.host(), settings.port(), e);
        }
    }

    private static void configure(JavalinConfig config, ServerSettings settings, Measurements measurements) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LONGEST_BODY;
        config.router.javaLangErrorHandler(Problems::error);
        RequestLog log = new RequestLog(settings.log(), System.err::println);
        config.requestLogger.http((context, millis) -> {
            measurements.answered(RequestLog.routeOf(context), context.statusCode());
            log.write(context, millis);
        });
        Jetty.limit(config.jetty, settings.host(), settings.port(), settings.limits());
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

    private static void before(JavalinConfig config, Gate gate) {
        config.routes.before(context -> {
            RequestIds.give(context);
            SecurityHeaders.ALL.forEach(context::header);
            if (!gate.pass(context)) {
                context.skipRemainingHandlers();
            }
        });
    }

    private static void files(Routing routing) {
        routing.read("/", context -> asset(context, Page.asset("index.html")));
        routing.read("/page/<file>", context -> asset(context, Page.asset(context.pathParam("file"))));
        routing.read("/lib/{library}/<file>",
                context -> asset(context, Libraries.asset(context.pathParam("library"), context.pathParam("file"))));
        routing.work("/corpus/<path>", ImageHandler::answer);
    }

    private static void questions(Routing routing) {
        routing.ask("/api/search", new SearchHandler(routing.measurements())::answer);
        routing.ask("/api/suggest", Handlers::suggest);
        routing.ask("/api/compare", Handlers::compare);
        routing.ask("/api/compare/words", Handlers::words);
        routing.ask("/export/comparison.html", Handlers::comparisonPage);
        routing.ask("/api/entries/<id>/related", Handlers::related);
        routing.ask("/api/entries/<id>", Handlers::entry);
    }

    private static void corpus(Routing routing, CorpusAccess corpus, Background background) {
        routing.tell("/api/topics", background.topics()::topics);
        routing.tell("/api/map", background.topics()::map);
        routing.tell("/export/topics.html", background.topics()::page);
        EvaluationHandlers evaluation = new EvaluationHandlers(corpus.judged(), background.evaluations());
        routing.tell("/api/evaluation", evaluation::evaluation);
        routing.tell("/export/evaluation.html", evaluation::page);
        StateHandlers state = new StateHandlers(background.findings(), background.measurements());
        routing.tell("/api/status", state::status);
        routing.tell("/api/findings", state::findings);
        routing.read("/metrics", state::metrics);
    }

    private static void health(Routing routing, HealthHandlers health) {
        routing.read("/openapi.json", new OpenApi()::answer);
        routing.read("/health", health::health);
        routing.read("/health/live", health::live);
        routing.read("/health/ready", health::ready);
    }

    private static void asset(Context context, Optional<Page.Asset> found) {
        found.ifPresentOrElse(
                asset -> context.contentType(asset.type()).header("Cache-Control", "no-cache")
                        .header("ETag", tag(asset))
                        .result(asset.bytes()),
                () -> Problem.of(404, "there is no such page").write(context));
    }

    /** Changes with the content; Javalin answers 304 to who has it. Answers to questions have none: each is another. */
    private static String tag(Page.Asset asset) {
        CRC32 checksum = new CRC32();
        checksum.update(asset.bytes());
        return '"' + Long.toHexString(checksum.getValue()) + '-' + asset.bytes().length + '"';
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Accepts nothing more, and finishes what it began, for as long as its settings allow. */
    @Override
    public void close() {
        background.findings().close();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("what was under way when the server ended took too long, and was cut off", e);
        }
        underWay.close();
        background.close();
    }
}
