package dev.qorpus.web.cli.remote;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Has the running server of an index answer a command, and prints what this process would print. The launcher starts it
 * where a server has left its note. If the server is gone, or does not answer, the launcher runs the command itself.
 */
public final class RemoteCommand {

    /** The exit code if no server answered. Nothing is printed then. No command ends with it. */
    static final int NOT_ANSWERED = 75;

    private static final int CONNECT_MILLIS = 300;
    /** A server that is only busy refuses at once, or answers by then. */
    private static final int ANSWER_MILLIS = 10_000;
    /** Bytes of the longest answer. */
    private static final int LONGEST = 64 << 20;

    private RemoteCommand() {}

    /** Ends the process with the exit code of the command, or with {@link #NOT_ANSWERED}. */
    public static void main(String[] arguments) {
        // Nothing has to be closed, and shutting down takes time.
        Runtime.getRuntime().halt(run(List.of(arguments), System.getenv()));
    }

    static int run(List<String> words, Map<String, String> environment) {
        CommandArguments arguments = new CommandArguments(words);
        // A trace is of this process.
        if (!arguments.areAnswered() || environment.containsKey("QORPUS_TRACE")) {
            return NOT_ANSWERED;
        }
        try {
            Optional<ServerNote> note = ServerNote
                    .in(Path.of(arguments.index(environment.get("QORPUS_INDEX")).orElseThrow()));
            if (note.isEmpty()) {
                return NOT_ANSWERED;
            }
            String body = new RequestBody(environment, System.getProperty("qorpus.terminals", ""),
                    System.getProperty("qorpus.host", "")).of(note.get().instance(), words);
            Optional<RemoteAnswer> answer = ask(note.get(), body, environment.get("QORPUS_TOKEN"));
            answer.ifPresent(RemoteCommand::print);
            return answer.map(RemoteAnswer::exit).orElse(NOT_ANSWERED);
        } catch (IOException | InvalidPathException | NumberFormatException e) {
            return NOT_ANSWERED;
        }
    }

    private static Optional<RemoteAnswer> ask(ServerNote server, String body, @Nullable String token)
            throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /command HTTP/1.1\r\nHost: " + server.authority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length
                + (token == null || token.isBlank() ? "" : "\r\nAuthorization: Bearer " + token.strip())
                + "\r\nConnection: close\r\n\r\n";
        InetAddress address = server.host().startsWith("[")
                ? InetAddress.getByAddress(new byte[]{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})
                : InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        // Without a look for proxies.
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(address, server.port()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(content);
            request.writeTo(socket.getOutputStream());
            InputStream in = socket.getInputStream();
            return RemoteAnswer.of(in.readNBytes(LONGEST));
        }
    }

    private static void print(RemoteAnswer answer) {
        write(FileDescriptor.out, answer.out());
        write(FileDescriptor.err, answer.err());
    }

    /** A stream that the reader closed is no failure: no more of it is wanted. */
    private static void write(FileDescriptor stream, byte[] bytes) {
        try {
            new FileOutputStream(stream).write(bytes);
        } catch (IOException e) {
            return;
        }
    }
}
