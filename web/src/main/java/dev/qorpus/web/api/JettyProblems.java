package dev.qorpus.web.api;

import java.nio.ByteBuffer;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import dev.qorpus.web.json.Json;

/** Problems for requests that Jetty refuses before any route sees them: too long, or not HTTP. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", "application/problem+json");
        Problem problem = Problem.of(status, "the request is too long or malformed; at most 4000 characters are asked");
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
        return true;
    }
}
