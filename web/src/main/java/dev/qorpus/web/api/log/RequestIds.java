package dev.qorpus.web.api.log;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import io.javalin.http.Context;

/**
 * Gives every request an id, which its response and its log lines carry. The id of a proxy in front is kept, so that
 * both logs can be joined.
 */
public final class RequestIds {

    /** The header of the id, in requests and responses. */
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "qorpus.request-id";

    private RequestIds() {}

    /** Gives a request its id. */
    public static void assign(Context context) {
        String given = context.header(HEADER);
        // A client's id is written to logs and headers, so only harmless characters are accepted.
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
