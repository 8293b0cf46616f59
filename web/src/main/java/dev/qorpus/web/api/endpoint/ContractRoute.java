package dev.qorpus.web.api.endpoint;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.contract.OpenApi;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.Json;

/** The route of the OpenAPI document, which describes all routes including this one. */
public final class ContractRoute {

    private final Route route = Route.get("contract", "/openapi.json", "This contract, as OpenAPI.").open()
            .answers(Response.object()).direct(request -> bytes());
    private final List<Route> all;
    private byte @Nullable [] document;

    /** @param others all other routes */
    public ContractRoute(List<Route> others) {
        this.all = Stream.concat(others.stream(), Stream.of(route)).toList();
    }

    /** The routes that the contract describes. */
    public List<Route> all() {
        return all;
    }

    /** Generated on first use, because most servers never need it. */
    private synchronized byte[] bytes() {
        if (document == null) {
            document = Json.sorted(OpenApi.document(all));
        }
        return document;
    }
}
