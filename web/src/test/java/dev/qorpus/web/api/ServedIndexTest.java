package dev.qorpus.web.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.serve.ServedIndex;

import static org.assertj.core.api.Assertions.assertThat;

/** Who finds the server of an index. */
class ServedIndexTest extends ServedTest {

    @TempDir
    Path index;

    private static URI address(Server server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Test
    void aRunningServerIsFoundUntilItEnds() {
        try (Server server = serve(WIDE)) {
            assertThat(ServedIndex.find(index, null)).isEmpty();
            try (ServedIndex note = new ServedIndex(index)) {
                note.leave(address(server));
                assertThat(ServedIndex.find(index, null)).contains(address(server));
            }
            assertThat(ServedIndex.find(index, null)).isEmpty();
            assertThat(index).isEmptyDirectory();
        }
    }

    @Test
    void aNoteThatWasCopiedOrLeftBehindDoesNotCount(@TempDir Path copy) throws IOException {
        try (ServedIndex note = new ServedIndex(index)) {
            try (Server server = serve(WIDE)) {
                note.leave(address(server));
                Files.copy(index.resolve("server.json"), copy.resolve("server.json"));
                assertThat(ServedIndex.find(copy, null)).isEmpty();
            }
            assertThat(ServedIndex.find(index, null)).isEmpty();
        }
    }

    @Test
    void anotherProcessAtTheAddressDoesNotCount() throws IOException {
        try (Server server = serve(WIDE)) {
            write(address(server).toString());
            assertThat(ServedIndex.find(index, null)).isEmpty();
        }
    }

    @Test
    void noOtherMachineIsAsked() throws IOException {
        for (String address : new String[]{"http://192.0.2.1:7070", "https://127.0.0.1:1", "file:///", "no address"}) {
            write(address);
            assertThat(ServedIndex.find(index, "secret")).as(address).isEmpty();
        }
    }

    private void write(String address) throws IOException {
        Files.writeString(index.resolve("server.json"), "{\"address\": \"" + address
                + "\", \"instance\": \"another\", \"folder\": \"" + index.toRealPath() + "\", \"pid\": 1}");
    }
}
