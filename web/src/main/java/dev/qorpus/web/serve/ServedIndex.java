package dev.qorpus.web.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.state.ProcessView;

/**
 * A note in the folder of an index that says which server serves it. A server leaves it there while it runs; others on the
 * machine then ask that server, whose model is warm. A note may be stale, so the server has to confirm it.
 */
public final class ServedIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedIndex.class);
    private static final String NAME = IndexSchema.SERVER_NOTE;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * What the note says.
     *
     * @param address of the server
     * @param instance {@link ProcessView#INSTANCE} of its process
     * @param folder of the index, so that a copy of the folder does not count
     * @param build of the program, so that no other one has it run its commands
     * @param pid of its process, for people
     */
    private record Note(String address, String instance, String folder, String build, long pid) {}

    private final @Nullable Path folder;
    private @Nullable Path file;

    /** @param folder of the index; null if it is on a cluster */
    public ServedIndex(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Leaves a note. If that fails, others open the index themselves.
     *
     * @param address that this machine reaches the server at
     */
    public void leave(URI address) {
        if (folder == null) {
            return;
        }
        Path note = folder.resolve(NAME);
        Path written = folder.resolve(NAME + "." + ProcessView.INSTANCE);
        try {
            Files.write(written, Json.bytes(new Note(address.toString(), ProcessView.INSTANCE,
                    folder.toRealPath().toString(), ProgramFile.build(), ProcessHandle.current().pid())));
            Files.move(written, note, StandardCopyOption.REPLACE_EXISTING);
            file = note;
        } catch (IOException e) {
            LOG.warn("{} cannot be written, so other processes do not find this server: {}", note, e.toString());
            delete(written);
        }
    }

    /**
     * The address of the server of an index; empty if none runs.
     *
     * @param folder of the index
     * @param token that the server may demand; null if none is known
     */
    public static Optional<URI> find(Path folder, @Nullable String token) {
        JsonNode note;
        try {
            note = Json.parse(Files.readAllBytes(folder.resolve(NAME)));
            if (!note.path("folder").asString("").equals(folder.toRealPath().toString())) {
                return Optional.empty();
            }
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(note.path("address").asString(""));
            return isOfThisMachine(address) && confirms(address, token, note.path("instance").asString(""))
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** A folder may come from elsewhere: neither questions nor the token go to another machine. */
    private static boolean isOfThisMachine(URI address) throws IOException {
        if (!"http".equals(address.getScheme()) || address.getHost() == null) {
            return false;
        }
        InetAddress host = InetAddress.getByName(address.getHost());
        return host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null;
    }

    private static boolean confirms(URI address, @Nullable String token, String instance) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/status")).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    && Json.parse(response.body()).at("/process/instance").asString("").equals(instance);
        } catch (IOException | JacksonException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes the note away, unless another server has left its own since. */
    @Override
    public void close() {
        Path note = file;
        if (note == null) {
            return;
        }
        try {
            if (Json.parse(Files.readAllBytes(note)).path("instance").asString("").equals(ProcessView.INSTANCE)) {
                delete(note);
            }
        } catch (NoSuchFileException e) {
            // The index is gone, and its note with it.
            LOG.debug("{} is gone", note);
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read", note, e);
        }
    }

    private static void delete(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", note, e.toString());
        }
    }
}
