package dev.qorpus.web.api.problem;

import io.javalin.http.Context;

import dev.qorpus.web.json.Json;

/**
 * Problem details of a request (RFC 9457).
 *
 * @param type always {@code about:blank}, because the status is enough
 * @param title the status in words
 * @param status the status
 * @param detail what was found and what is allowed; never a path of the machine, never a stack trace
 */
public record Problem(String type, String title, int status, String detail) {

    /** The problem of a status. */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail);
    }

    /** The name of a status (RFC 9110); unused 5xx statuses are server errors. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 421 -> "Misdirected Request";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }

    /** Writes the problem with a {@code Retry-After} in seconds. */
    public void write(Context context, int retryAfterSeconds) {
        context.header("Retry-After", Integer.toString(retryAfterSeconds));
        write(context);
    }

    /** Writes the problem. */
    public void write(Context context) {
        context.status(status).contentType("application/problem+json").result(Json.bytes(this));
    }
}
