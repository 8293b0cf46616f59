package dev.qorpus.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;

/** Waits until a server answers from an index that is up to date. It listens long before. */
public final class UpToDate {

    private UpToDate() {}

    /** Waits for the server at an address as long as its process lives. */
    public static void await(URI server, Process process) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Patience.await("the index is up to date")
                    .until(() -> !process.isAlive() || !health(http, server).has("indexing"));
        }
        if (!process.isAlive()) {
            throw new AssertionError("the server ended before its index was up to date");
        }
    }

    private static JsonNode health(HttpClient http, URI server) throws InterruptedException {
        try {
            return Product.parse(http.send(HttpRequest.newBuilder(server.resolve("/health")).build(),
                    HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // The process ends.
            return Product.parse("{\"indexing\": {}}");
        }
    }
}
