package dev.qorpus.web.api;

import io.javalin.http.Context;

import dev.qorpus.web.json.Json;

/** The forms that an answer takes. */
final class Reply {

    private Reply() {}

    /** One object. */
    static void json(Context context, Object view) {
        context.contentType("application/json").result(Json.bytes(view));
    }

    /** A page of one file, to be kept: its own policy allows what is in it, that of this server would not. */
    static void download(Context context, String name, String html) {
        context.contentType("text/html; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").result(html);
    }

    /** Nothing yet. */
    static void later(Context context, String reason) {
        Problem.of(503, reason).write(context, 1);
    }
}
