package dev.qorpus.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.api.Server;
import dev.qorpus.web.api.ServerSettings;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Health;

/** Sixteen concurrent clients on the same machine, each with distinct queries. */
record HttpSuite(Rounds rounds, Models models, Path home) implements Suite {

    private static final int ENTRIES = 10_000;
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 1_000;
    /** Rounds that do not count: compilers take a fifth of all cores during the first ones. */
    private static final int WARM_UP = 15;

    @Override
    public List<Row> run() throws Exception {
        Path folder = home.resolve("http");
        new SyntheticCorpus(ENTRIES).writeTo(folder);
        Embedder embedder = models.embedder(Models.DEFAULT);
        AtomicInteger asked = new AtomicInteger();
        try (LiveSearch live = new LiveSearch(LuceneBackend.open(folder), models, SearchSettings.DEFAULT);
                Server server = Server.start(live, new CorpusAccess(state -> {
                    throw new UnsupportedOperationException("there is no corpus");
                }, state -> List.of()), new Health(), ServerSettings.local(0));
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            URI search = URI.create("http://127.0.0.1:" + server.port() + "/api/search?q=");
            Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
            contestants.put("embedding", () -> rate(threads,
                    () -> embedder.embedQuery(SyntheticCorpus.question(asked.getAndIncrement()))));
            contestants.put("http", () -> rate(threads, () -> get(client, search,
                    SyntheticCorpus.question(asked.getAndIncrement()))));
            Map<String, Double> found = rounds.inTurn(contestants);
            for (int round = 0; round < WARM_UP; round++) {
                rate(threads, () -> get(client, search, SyntheticCorpus.question(asked.getAndIncrement())));
            }
            Map<String, Double> later = rounds.inTurn(contestants);
            return List.of(row("HTTP, 16 clients, distinct questions, from the start", found),
                    row("the same, after the compilers have ended", later));
        }
    }

    private static Row row(String work, Map<String, Double> rates) {
        return Row.atLeast(0.85, work, rates.getOrDefault("http", 0.0), "requests/s", "embedding alone",
                rates.getOrDefault("embedding", 0.0));
    }

    private static Object get(HttpClient client, URI search, String question) throws Exception {
        HttpResponse<String> response = client.send(HttpRequest
                .newBuilder(URI.create(search + URLEncoder.encode(question, StandardCharsets.UTF_8))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        return response;
    }

    private static double rate(ExecutorService threads, Callable<Object> work) throws Exception {
        long began = System.nanoTime();
        AtomicInteger left = new AtomicInteger(REQUESTS);
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            running.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    work.call();
                }
                return true;
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
        return REQUESTS / ((System.nanoTime() - began) / 1e9);
    }
}
