package dev.qorpus.web.cli.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.web.serve.ProgramFile;

/** Asks a server that always answers the same, in a JVM that records which classes that needs. */
final class RemoteTraining {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nX-Qorpus-Exit: 0\r\nX-Qorpus-Out: 7\r\nContent-Length: 7"
            + "\r\n\r\nTrained";

    private RemoteTraining() {}

    /** Exits with 1 if that fails. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("qorpus-aot-remote").toRealPath();
        Path note = folder.resolve(IndexSchema.SERVER_NOTE);
        int exit;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answer(server));
            Files.writeString(note, "{\"address\":\"http://127.0.0.1:" + server.getLocalPort()
                    + "\",\"instance\":\"1\",\"folder\":\"" + folder.toString().replace("\\", "\\\\")
                    + "\",\"build\":\"" + ProgramFile.build() + "\"}");
            exit = RemoteCommand.run(List.of("ask", "tea", "--index", folder.toString()), Map.of("TERM", "dumb"));
        } finally {
            Files.deleteIfExists(note);
            Files.delete(folder);
        }
        System.exit(exit == 0 ? 0 : 1);
    }

    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
            // All of a request that is as short as this one.
            socket.getInputStream().read(new byte[4_096]);
            out.write(ANSWER.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
