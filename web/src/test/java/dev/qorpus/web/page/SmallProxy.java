package dev.qorpus.web.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A reverse proxy that serves a program below a path. Like nginx without further settings, it asks by an address of its
 * own.
 */
final class SmallProxy implements AutoCloseable {

    /** Headers of a connection, not of a message. */
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding",
            "upgrade",
            "date");

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String path;
    private volatile String target = "";

    private SmallProxy(HttpServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /** Starts on a free port of localhost. */
    static SmallProxy start(String path) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SmallProxy proxy = new SmallProxy(server, path);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", proxy::forward);
        server.start();
        return proxy;
    }

    /** Sets the address that replaces the path in requests. */
    void pointAt(String address) {
        target = address;
    }

    private void forward(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString();
        try (exchange) {
            if (!asked.startsWith(path + "/")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + asked.substring(path.length())))
                    .method(exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            copy(exchange.getRequestHeaders(), request::header);
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            copy(response.headers().map(), exchange.getResponseHeaders()::add);
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Map<String, List<String>> headers, BiConsumer<String, String> to) {
        headers.forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> to.accept(name, value));
            }
        });
    }

    /** Host and port. */
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }
}
