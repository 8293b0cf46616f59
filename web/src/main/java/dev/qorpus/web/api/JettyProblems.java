package dev.qorpus.web.api;

import java.nio.ByteBuffer;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import dev.qorpus.search.query.Query;
import dev.qorpus.web.api.access.SecurityHeaders;
import dev.qorpus.web.api.problem.Problem;
import dev.qorpus.web.json.Json;

/** Writes the problems of requests that Jetty refuses before routing: too long, malformed, or during a stop. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", "application/problem+json");
        // Jetty closes the connection afterwards. The header tells the client not to reuse it.
        response.getHeaders().put("Connection", "close");
        if (status == 503) {
            response.getHeaders().put("Retry-After", "5");
        }
        response.write(true, ByteBuffer.wrap(Json.bytes(Problem.of(status, detail(status)))), callback);
        return true;
    }

    private static String detail(int status) {
        return switch (status) {
            case 503 -> "the server is stopping; retry when it runs again";
            case 408 -> "the request took too long to come in";
            case 500 -> "the request could not be answered; the server's log says why";
            default -> "the request is too long or malformed; at most " + Query.MAX_SENT + " characters are asked";
        };
    }
}
