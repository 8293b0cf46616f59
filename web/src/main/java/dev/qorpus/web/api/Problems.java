package dev.qorpus.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.models.ModelException;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.api.access.Gate;
import dev.qorpus.web.api.deploy.ForwardedHeaders;
import dev.qorpus.web.api.load.DisconnectedException;
import dev.qorpus.web.api.log.RequestIds;
import dev.qorpus.web.api.log.RequestLog;
import dev.qorpus.web.api.problem.Problem;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.page.Page;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;

/** Maps exceptions to problems. Causes go to the log only, because they may name paths of this machine. */
record Problems(Health health) {

    /** The status that nginx logs if a client has disconnected. */
    private static final int CLIENT_CLOSED = 499;
    private static final int PENDING_SECONDS = 2;
    /**
     * Written when the JVM fails. They are made before, because then nothing more may be loaded: not without memory, and not
     * when a build has replaced the jar of a running server.
     */
    private static final byte[] NO_MEMORY = Json.bytes(
            Problem.of(503, "the answer does not fit into the memory that is left; ask for less at once"));
    private static final byte[] FAILED = Json.bytes(
            Problem.of(500, "the question could not be answered; the server's log says why"));
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    void map(RoutesConfig routes) {
        routes.exception(QueryException.class, (e, context) -> Problem.of(400, message(e)).write(context));
        routes.exception(IllegalArgumentException.class,
                (e, context) -> Problem.of(400, "the request is malformed; ask as in the README").write(context));
        routes.exception(ProblemException.class, Problems::write);
        routes.exception(DisconnectedException.class, (e, context) -> context.status(CLIENT_CLOSED).result(""));
        routes.exception(ModelException.class, (e, context) -> {
            if (health.has(Fault.VECTORS_PENDING)) {
                Problem.of(503, Fault.VECTORS_PENDING.message()).write(context, PENDING_SECONDS);
            } else {
                failed(503, e, context, "dense search is down; use mode=hybrid or mode=lexical, which are lexical only "
                        + "until it works again");
            }
        });
        routes.exception(BackendException.class, (e, context) -> {
            Fault fault = e.isTransient() ? Fault.INDEX_AWAY : Fault.INDEX_UNREADABLE;
            health.report(fault);
            failed(503, e, context, fault.message());
        });
        routes.exception(ContentTooLargeResponse.class,
                (e, context) -> Problem.of(413,
                        "the request's body is too long; only messages of agents, forms and judgments need one")
                        .write(context));
        routes.exception(HttpResponseException.class, (e, context) -> {
            if (e.getStatus() == 404 && Gate.isPage(context) && !context.path().startsWith("/api/")) {
                writeMissingPage(context);
                return;
            }
            context.header("Allow", "GET, HEAD");
            Problem.of(e.getStatus(), "no such path or method; GET /api/search?q=… answers a question").write(context);
        });
        // The address cannot be decoded.
        routes.exception(HttpException.RuntimeException.class,
                (e, context) -> Problem.of(e.getCode(), "the address is malformed; encode it as UTF-8").write(context));
        routes.exception(Exception.class,
                (e, context) -> failed(500, e, context, "the question could not be answered"));
    }

    private static void writeMissingPage(Context context) {
        context.status(404).contentType("text/html; charset=utf-8")
                .result(Page.text("not-found/not-found.template.html")
                        .replace("{{base}}", ForwardedHeaders.toRoot(context)));
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    private static void write(ProblemException e, Context context) {
        Problem problem = Problem.of(e.status(), message(e));
        if (e.retryAfterSeconds() > 0) {
            problem.write(context, e.retryAfterSeconds());
        } else {
            problem.write(context);
        }
    }

    private static void failed(int status, Exception e, Context context, String detail) {
        RequestLog.failure(context, e.toString());
        LOG.error("request {} to {} failed", RequestIds.of(context), RequestLog.routeOf(context), e);
        Problem.of(status, detail + "; the server's log says why (request " + RequestIds.of(context) + ")")
                .write(context);
    }

    /** Answers a request that failed with an error of the JVM. */
    static void error(HttpServletResponse response, Error error) {
        boolean memory = error instanceof OutOfMemoryError;
        LOG.error("request {} failed", response.getHeader(RequestIds.HEADER), error);
        if (memory) {
            response.setHeader("Retry-After", "5");
        }
        response.setStatus(memory ? 503 : 500);
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(memory ? NO_MEMORY : FAILED);
        } catch (IOException e) {
            throw new UncheckedIOException("the problem cannot be written", e);
        }
    }
}
