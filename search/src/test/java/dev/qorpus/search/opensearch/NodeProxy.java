package dev.qorpus.search.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** Stands between Qorpus and a node that has no security plugin: refuses, or speaks TLS, and passes the rest on. */
final class NodeProxy implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "changeit";

    private final HttpServer server;
    private final URI node;
    private final Function<HttpExchange, String> refusal;

    private NodeProxy(HttpServer server, URI node, Function<HttpExchange, String> refusal) {
        this.server = server;
        this.node = node;
        this.refusal = refusal;
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param refusal status and body of an answer that the node does not give; empty to ask the node */
    static NodeProxy plain(URI node, Function<HttpExchange, String> refusal) throws IOException {
        return new NodeProxy(HttpServer.create(local(), 0), node, refusal);
    }

    /** With a certificate of its own, which is written into a folder as {@code ca.pem}. */
    static NodeProxy secure(URI node, Path folder) throws IOException, GeneralSecurityException {
        Path keys = folder.resolve("keys.p12");
        keytool("-genkeypair", "-alias", "node", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "SAN=ip:127.0.0.1", "-keystore", keys.toString(), "-storepass", PASSWORD);
        keytool("-exportcert", "-rfc", "-alias", "node", "-keystore", keys.toString(), "-storepass", PASSWORD, "-file",
                folder.resolve("ca.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(local(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new NodeProxy(server, node, exchange -> "");
    }

    private static void keytool(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            if (new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String refused = refusal.apply(exchange);
        if (!refused.isEmpty()) {
            int space = refused.indexOf(' ');
            send(exchange, Integer.parseInt(refused, 0, space, 10),
                    refused.substring(space + 1).getBytes(StandardCharsets.UTF_8));
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .header("Content-Type", "application/json").method(exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            send(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
