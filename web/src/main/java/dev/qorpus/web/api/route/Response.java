package dev.qorpus.web.api.route;

import java.lang.reflect.Type;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.json.Json;

/**
 * The form of a good answer.
 *
 * @param <T> what it is made of
 * @param media its media type, as the contract names it
 * @param type the record that is sent as JSON; nothing of what is no JSON, or JSON of any form
 * @param writer writes it
 */
public record Response<T>(String media, @Nullable Type type, Writer<T> writer) {

    private static final String JSON = "application/json";

    /** Writes an answer. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(Context context, T answer);
    }

    /** One object. */
    public static <T> Response<T> json(Class<T> view) {
        return new Response<>(JSON, view, (context, answer) -> context.contentType(JSON).result(Json.bytes(answer)));
    }

    /** One object of any form, as bytes. */
    public static Response<byte[]> object() {
        return new Response<>(JSON, null, (context, answer) -> context.contentType(JSON).result(answer));
    }

    /** A page of one file, to be kept: its own policy allows what is in it, that of this server would not. */
    public static Response<String> download(String name) {
        return new Response<>("text/html", null, (context, html) -> context.contentType("text/html; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").result(html));
    }

    /** The same, which no cache keeps. */
    public Response<T> uncached() {
        return new Response<>(media, type,
                (context, answer) -> writer.write(context.header("Cache-Control", "no-store"), answer));
    }
}
