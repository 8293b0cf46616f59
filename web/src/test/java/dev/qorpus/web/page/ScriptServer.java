package dev.qorpus.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Serves the page's files, the tests of its scripts under {@code /test/}, and an empty page at {@code /}. It has no
 * index, so scripts are tested alone.
 */
record ScriptServer(HttpServer server) implements AutoCloseable {

    private static final Page.Asset EMPTY = new Page.Asset("text/html; charset=utf-8",
            "<!doctype html><title>Tests</title><link rel=icon href=data:,>".getBytes(StandardCharsets.UTF_8));

    /** Starts on a free port of localhost. */
    static ScriptServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ScriptServer::answer);
        server.start();
        return new ScriptServer(server);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Optional<Page.Asset> found = find(exchange.getRequestURI().getPath());
        try (exchange) {
            if (found.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", found.get().type());
            exchange.sendResponseHeaders(200, found.get().bytes().length);
            exchange.getResponseBody().write(found.get().bytes());
        }
    }

    private static Optional<Page.Asset> find(String path) {
        String[] parts = path.split("/", 3);
        return switch (parts[1]) {
            case "" -> Optional.of(EMPTY);
            case "page" -> Page.asset(parts[2]);
            case "lib" -> Libraries.asset(parts[2].split("/", 2)[0], parts[2].split("/", 2)[1]);
            case "test" -> script(parts[2]);
            default -> Optional.empty();
        };
    }

    private static Optional<Page.Asset> script(String path) {
        try (InputStream in = ScriptServer.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Page.Asset("text/javascript; charset=utf-8", in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the test " + path, e);
        }
    }

    /** Without a slash at its end. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
