package dev.qorpus.web.mcp;

import java.util.List;

import io.modelcontextprotocol.spec.ProtocolVersions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The eras of the protocol. */
public enum Era {
    /** With a handshake: the revisions up to 2025-11-25. */
    LEGACY,
    /** Without: each message says its revision. */
    MODERN;

    /** The revisions with a handshake, the oldest first. */
    static final List<String> LEGACY_VERSIONS = List.of(ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    private static final String VERSION = "io.modelcontextprotocol/protocolVersion";

    /**
     * The era of an HTTP request.
     *
     * @param header the value of {@code MCP-Protocol-Version}; null if there is none. Revisions that are not known are
     * modern, whose transport answers with those that are
     */
    static Era ofRequest(@Nullable String header, JsonNode message) {
        if (claimsModern(message)) {
            return MODERN;
        }
        return header == null || LEGACY_VERSIONS.contains(header) ? LEGACY : MODERN;
    }

    /**
     * The era of a line on standard input: what it says, or else that of the line before. So the first line decides, and
     * a client may try the modern era first and fall back.
     *
     * @param before the era of the line before
     */
    public static Era ofLine(JsonNode message, Era before) {
        if (claimsModern(message)) {
            return MODERN;
        }
        return isInitialize(message) ? LEGACY : before;
    }

    private static boolean isInitialize(JsonNode message) {
        return message.path("method").asString("").equals("initialize");
    }

    private static boolean claimsModern(JsonNode message) {
        return message.path("params").path("_meta").has(VERSION);
    }

    /** The revision that a modern message says it has; empty if it says none. */
    public static String version(JsonNode message) {
        return message.path("params").path("_meta").path(VERSION).asString("");
    }
}
