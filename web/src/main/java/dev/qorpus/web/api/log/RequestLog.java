package dev.qorpus.web.api.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.json.Json;

/**
 * Logs one line of JSON for each request. It logs the route of an address, not the address, so questions and entry
 * ids stay out of the log. Questions are logged on demand only, tokens never.
 *
 * @param detail how much is logged
 * @param lines receives each line
 */
public record RequestLog(LogDetail detail, Consumer<String> lines) {

    /** One line of the log. */
    private record Line(String at, String id, String client, String method, String route, int status, double millis,
            @Nullable String question, @Nullable String failure) {}

    private static final String ROUTE = "qorpus.route";
    private static final String FAILURE = "qorpus.failure";

    /** Sets the route that answers a request. */
    public static void route(Context context, String route) {
        context.attribute(ROUTE, route);
    }

    /** The route that answers a request. */
    public static String routeOf(Context context) {
        String route = context.attribute(ROUTE);
        return route == null ? "none" : route;
    }

    /** Sets why a request failed. */
    public static void failure(Context context, String failure) {
        context.attribute(FAILURE, failure);
    }

    /** Logs a request that has been answered. */
    public void write(Context context, double millis) {
        if (detail == LogDetail.NONE) {
            return;
        }
        String question = detail == LogDetail.QUESTIONS ? context.queryParam("q") : null;
        Line line = new Line(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(), RequestIds.of(context),
                context.ip(), context.method().name(), routeOf(context), context.statusCode(),
                Math.round(millis * 100) / 100.0, question, context.attribute(FAILURE));
        lines.accept(new String(Json.bytes(line), StandardCharsets.UTF_8));
    }
}
