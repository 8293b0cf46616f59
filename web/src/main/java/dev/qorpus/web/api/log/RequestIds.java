package dev.qorpus.web.api.log;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import io.javalin.http.Context;

/**
 * Every request has an id, which its response and everything logged of it carry. That of a proxy in front is kept, so
 * that both logs can be read together.
 */
public final class RequestIds {

    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "qorpus.request-id";

    private RequestIds() {}

    /** Gives a request its id. */
    public static void give(Context context) {
        String given = context.header(HEADER);
        // What somebody else thought of goes into logs and headers only if it cannot be taken for anything else.
        String id = given != null && given.matches("[A-Za-z0-9._-]{1,64}")
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        context.attribute(ATTRIBUTE, id);
        context.header(HEADER, id);
    }

    /** The id of a request. */
    public static String of(Context context) {
        String id = context.attribute(ATTRIBUTE);
        return id == null ? "-" : id;
    }
}
