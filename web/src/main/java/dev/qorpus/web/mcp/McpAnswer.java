package dev.qorpus.web.mcp;

/**
 * The answer to an HTTP request.
 *
 * @param status of HTTP
 * @param body JSON; empty if the answer has no body, or if the status says all
 */
public record McpAnswer(int status, String body) {

    /** To a notification. */
    static final McpAnswer ACCEPTED = new McpAnswer(202, "");

    static McpAnswer json(int status, String body) {
        return new McpAnswer(status, body);
    }
}
