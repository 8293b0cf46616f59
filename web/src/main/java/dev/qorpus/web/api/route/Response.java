package dev.qorpus.web.api.route;

import java.lang.reflect.Type;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.json.Json;

/**
 * The form of a successful response.
 *
 * @param <T> the result of a handler
 * @param media the media type, as in the contract
 * @param type the record that is sent as JSON; null if it is not JSON, or JSON without a schema
 * @param writer writes the response
 */
public record Response<T>(String media, @Nullable Type type, Writer<T> writer) {

    private static final String JSON = "application/json";

    /** Writes a response. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(Context context, T answer);
    }

    /** A JSON object. */
    public static <T> Response<T> json(Class<T> view) {
        return new Response<>(JSON, view, (context, answer) -> context.contentType(JSON).result(Json.bytes(answer)));
    }

    /** An HTML file to save. It has a security policy of its own, because the server's policy forbids inline scripts. */
    public static Response<String> download(String name) {
        return new Response<>("text/html", null, (context, html) -> context.contentType("text/html; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").result(html));
    }

    /** The same response, with a header that forbids caching. */
    public Response<T> uncached() {
        return new Response<>(media, type,
                (context, answer) -> writer.write(context.header("Cache-Control", "no-store"), answer));
    }
}
