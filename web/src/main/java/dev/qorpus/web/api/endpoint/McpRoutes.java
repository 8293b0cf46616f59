package dev.qorpus.web.api.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.javalin.http.Context;

import dev.qorpus.search.Search;
import dev.qorpus.web.api.problem.Problem;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.mcp.McpAnswer;
import dev.qorpus.web.mcp.McpService;

/**
 * The route of the Model Context Protocol. Its messages are admitted and stopped like any other request.
 *
 * @param mcp answers the messages
 */
public record McpRoutes(McpService mcp) {

    private static final String JSON = "application/json";

    public List<Route> routes() {
        return List.of(Route.post("mcp", "/mcp", "A message of the Model Context Protocol, for agents.").ofPage()
                .fails(413, 415).queues(JSON, (search, request, context) -> answer(search, context)));
    }

    private void answer(Search search, Context context) {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
            Problem.of(415, "the body has the type " + type + "; allowed is " + JSON).write(context);
            return;
        }
        McpAnswer answer = mcp.answer(search, context.req(), context.res(),
                new String(context.bodyAsBytes(), StandardCharsets.UTF_8));
        context.header("Cache-Control", "no-store");
        if (answer.body().isEmpty() && answer.status() >= 400) {
            Problem.of(answer.status(), "the message is not accepted; see the Model Context Protocol").write(context);
            return;
        }
        context.status(answer.status());
        if (!answer.body().isEmpty()) {
            context.contentType(JSON).result(answer.body());
        }
    }
}
