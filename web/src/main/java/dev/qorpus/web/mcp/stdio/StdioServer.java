package dev.qorpus.web.mcp.stdio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import io.modelcontextprotocol.modern.McpStdio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.json.Json;
import dev.qorpus.web.mcp.Era;

/**
 * Reads messages until the input ends, and answers some at once. The SDK's own loops serve one era each, and drop requests
 * that run when the input ends, as it does in pipes.
 */
public final class StdioServer {

    private static final Logger LOG = LoggerFactory.getLogger(StdioServer.class);
    /** Of one message, in characters. */
    private static final int LONGEST = 1 << 20;
    private static final int AT_ONCE = 4;
    private static final String CANCELLED = "notifications/cancelled";

    private final LineHandler handler;
    private final OutputStream out;
    /** By request id. */
    private final Map<JsonNode, Future<?>> running = new ConcurrentHashMap<>();

    /**
     * @param handler answers the messages
     * @param out where answers are written; nothing else may be written there
     */
    public StdioServer(LineHandler handler, OutputStream out) {
        this.handler = handler;
        this.out = out;
    }

    /** Serves until the input ends and all requests are answered. */
    public void serve(InputStream in) {
        Era era = Era.LEGACY;
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE,
                Thread.ofPlatform().daemon().name("mcp-", 1)
                        .factory());
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = McpStdio.readLine(lines, LONGEST); line != null; line = McpStdio.readLine(lines,
                    LONGEST)) {
                if (!line.isBlank()) {
                    JsonNode message = tree(line);
                    era = Era.ofLine(message, era);
                    accept(workers, era, line, message);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    private void accept(ExecutorService workers, Era era, String line, JsonNode message) {
        if (message.path("method").asString("").equals(CANCELLED)) {
            Future<?> cancelled = running.remove(message.path("params").path("requestId"));
            if (cancelled != null) {
                cancelled.cancel(true);
            }
            return;
        }
        JsonNode id = message.path("id");
        FutureTask<?> task = new FutureTask<>(() -> answer(era, line, id), null);
        if (!id.isMissingNode()) {
            running.put(id, task);
        }
        workers.execute(task);
    }

    private void answer(Era era, String line, JsonNode id) {
        try {
            Optional<String> answer = handler.answer(era, line);
            // A cancelled request is not answered.
            boolean wanted = id.isMissingNode() || running.remove(id) != null;
            if (wanted && answer.isPresent()) {
                write(answer.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            running.remove(id);
            LOG.error("a message could not be answered", e);
        }
    }

    private synchronized void write(String answer) {
        try {
            out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("standard output cannot be written", e);
        }
    }

    private static JsonNode tree(String line) {
        try {
            return Json.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return Json.parse("{}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
