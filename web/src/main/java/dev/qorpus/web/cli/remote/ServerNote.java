package dev.qorpus.web.cli.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.web.serve.ProgramFile;

/**
 * The note that a server leaves in the folder of its index.
 *
 * @param port that it listens on
 * @param host as in addresses; a name or address of this machine alone
 * @param instance of its process
 * @see dev.qorpus.web.serve.ServedIndex
 */
record ServerNote(String host, int port, String instance) {

    private static final String NAME = IndexSchema.SERVER_NOTE;
    private static final String SCHEME = "http://";
    /** Names that lead to no other machine, and need no look-up. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Reads the note in a folder. It counts if it was written for that folder by this build, and names a server on
     * localhost.
     */
    static Optional<ServerNote> in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String json = Files.readString(file);
        String address = text(json, "address");
        int colon = address.lastIndexOf(':');
        if (!address.startsWith(SCHEME) || colon < SCHEME.length()
                || !text(json, "folder").equals(folder.toRealPath().toString())
                || !text(json, "build").equals(ProgramFile.build())) {
            return Optional.empty();
        }
        String host = address.substring(SCHEME.length(), colon);
        return LOOPBACK.contains(host)
                ? Optional.of(new ServerNote(host, Integer.parseInt(address.substring(colon + 1)),
                        text(json, "instance")))
                : Optional.empty();
    }

    /** The address as a host of a request. */
    String authority() {
        return host + ":" + port;
    }

    /** A field of an object of strings; empty if it is missing. A JSON library would take longer to load than the rest. */
    static String text(String json, String field) {
        String start = "\"" + field + "\":\"";
        int at = json.indexOf(start);
        StringBuilder text = new StringBuilder();
        for (int i = at < 0 ? json.length() : at + start.length(); i < json.length() && json.charAt(i) != '"'; i++) {
            char sign = json.charAt(i);
            if (sign == '\\' && ++i < json.length()) {
                sign = json.charAt(i);
                if (sign == 'u' && i + 4 < json.length()) {
                    sign = (char) Integer.parseInt(json, i + 1, i + 5, 16);
                    i += 4;
                }
            }
            text.append(sign);
        }
        return text.toString();
    }
}
