package dev.qorpus.web.api.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.contract.OpenApi;
import dev.qorpus.web.api.deploy.ForwardedHeaders;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.Json;

/** The route of the OpenAPI document, which describes all routes including this one. */
public final class ContractRoute {

    private final Route route = Route.get("contract", "/openapi.json", "This contract, as OpenAPI.").open()
            .writes("application/json", (request, context) -> write(context));
    private final List<Route> all;
    private final ForwardedHeaders forwarded;
    private @Nullable Map<String, Object> document;

    /**
     * @param others all other routes
     * @param forwarded where the server is reached
     */
    public ContractRoute(List<Route> others, ForwardedHeaders forwarded) {
        this.forwarded = forwarded;
        this.all = Stream.concat(others.stream(), Stream.of(route)).toList();
    }

    /** The routes that the contract describes. */
    public List<Route> all() {
        return all;
    }

    private void write(Context context) {
        Map<String, Object> shown = new LinkedHashMap<>(document());
        shown.put("servers", OpenApi.servers(forwarded.prefix(context)));
        // It depends on a header, so no proxy may keep it for others.
        context.header("Cache-Control", "no-store").contentType("application/json").result(Json.sorted(shown));
    }

    /** Generated on first use, because most servers never need it. */
    private synchronized Map<String, Object> document() {
        Map<String, Object> made = document;
        if (made == null) {
            made = OpenApi.document(all);
            document = made;
        }
        return made;
    }
}
