package dev.qorpus.web.mcp;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.modern.JsonRpc;
import io.modelcontextprotocol.modern.server.McpHeaders;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.McpTransportResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.Search;
import dev.qorpus.web.mcp.tool.Tools;

/** Answers messages of both eras on a published state. It keeps nothing between two messages. */
public final class McpService {

    private static final String VERSION_HEADER = "MCP-Protocol-Version";
    private static final int PARSE_ERROR = -32_700;
    private static final int INVALID_REQUEST = -32_600;

    private final Tools tools;
    private @Nullable Ready ready;

    /** The servers of a published state, made again when the state changes. */
    private record Ready(String state, Offer offer, LegacyEra legacy, McpServer modern, ModernHttp http) {

        static Ready of(String state, Offer offer) {
            McpServer modern = ModernEra.of(offer);
            return new Ready(state, offer, LegacyEra.of(offer), modern, new ModernHttp(modern));
        }
    }

    public McpService(Tools tools) {
        this.tools = tools;
    }

    /**
     * Answers an HTTP request.
     *
     * @param body its body
     * @param response of the request, which this leaves alone
     */
    public McpAnswer answer(Search search, HttpServletRequest request, HttpServletResponse response, String body) {
        JsonNode message = McpJson.tree(body);
        Exchange exchange = new Exchange(search);
        Ready servers = ready(search, message);
        McpAnswer answer = switch (Era.ofRequest(request.getHeader(VERSION_HEADER), message)) {
            case LEGACY -> servers.legacy().answer(exchange, body);
            case MODERN -> servers.http().answer(exchange, request, response, body);
        };
        exchange.check();
        return answer;
    }

    /** Answers a line on standard input; empty if it needs no answer. */
    public Optional<String> answer(Search search, Era era, String line) {
        Exchange exchange = new Exchange(search);
        Ready servers = ready(search, McpJson.tree(line));
        return switch (era) {
            case LEGACY -> Optional.of(servers.legacy().answer(exchange, line).body())
                    .filter(answer -> !answer.isEmpty());
            case MODERN -> modern(servers.modern(), exchange, line).map(McpJson::line);
        };
    }

    private static Optional<JsonRpc.JSONRPCResponse> modern(McpServer server, Exchange exchange, String line) {
        JsonRpc.JSONRPCMessage message;
        try {
            message = JsonRpc.deserializeMessage(McpJson.MAPPER, line);
        } catch (JsonRpc.InvalidMessageException e) {
            return error(e.id(), INVALID_REQUEST, "this is no message of JSON-RPC 2.0");
        } catch (IOException e) {
            return error(null, PARSE_ERROR, "this is no JSON");
        }
        if (!(message instanceof JsonRpc.JSONRPCRequest request)) {
            return Optional.empty();
        }
        McpTransportContext context = exchange.context()
                .putAll(Map.of(McpHeaders.TRANSPORT_CONTEXT_KEY, McpHeaders.NOT_MIRRORED));
        return switch (server.handleBlocking(context, request).block()) {
            case McpTransportResponse.Result result -> Optional.of(result.response());
            case McpTransportResponse.Error error -> Optional.of(error.response());
            // No tool streams.
            case null, default -> Optional.empty();
        };
    }

    private static Optional<JsonRpc.JSONRPCResponse> error(@Nullable Object id, int code, String text) {
        return Optional.of(JsonRpc.JSONRPCResponse.error(id, new JsonRpc.JSONRPCResponse.JSONRPCError(code, text)));
    }

    /** Those who ask for instructions wait for the topics that are named in them; all others do not. */
    private Ready ready(Search search, JsonNode message) {
        String method = message.path("method").asString("");
        boolean instructs = method.equals("initialize") || method.equals("server/discover");
        IndexManifest manifest = search.manifest();
        String state = manifest.digest() + " " + manifest.indexedAt();
        Ready known = known();
        if (known != null && known.state().equals(state) && (known.offer().isComplete() || !instructs)) {
            return known;
        }
        Ready made = Ready.of(state, Offer.of(search, tools, instructs));
        keep(made);
        return made;
    }

    private synchronized @Nullable Ready known() {
        return ready;
    }

    private synchronized void keep(Ready made) {
        ready = made;
    }
}
