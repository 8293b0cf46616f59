package dev.qorpus.web.cli.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.serve.ServedIndex;

import static org.assertj.core.api.Assertions.assertThat;

class ServerNoteTest {

    private static final URI LOCAL = URI.create("http://127.0.0.1:7070");

    @TempDir
    Path index;

    private void change(String from, String to) throws IOException {
        Path note = index.resolve("server.json");
        String changed = Files.readString(note).replace(from, to);
        assertThat(changed).isNotEqualTo(Files.readString(note));
        Files.writeString(note, changed);
    }

    @Test
    void itIsWhatAServerLeft() throws IOException {
        try (ServedIndex server = new ServedIndex(index)) {
            assertThat(ServerNote.in(index)).isEmpty();
            server.leave(LOCAL);
            assertThat(ServerNote.in(index)).contains(new ServerNote("127.0.0.1", 7070, ProcessView.INSTANCE));
        }
        assertThat(ServerNote.in(index)).isEmpty();
    }

    @Test
    void foldersMayHaveAnyName() throws IOException {
        Path odd = Files.createDirectory(index.resolve("größe \"q\" 🙂"));
        try (ServedIndex server = new ServedIndex(odd)) {
            server.leave(LOCAL);
            assertThat(ServerNote.in(odd)).isPresent();
        }
    }

    @Test
    void aCopyOrAnotherBuildDoesNotCount(@TempDir Path copy) throws IOException {
        try (ServedIndex server = new ServedIndex(index)) {
            server.leave(LOCAL);
            Files.copy(index.resolve("server.json"), copy.resolve("server.json"));
            assertThat(ServerNote.in(copy)).isEmpty();
            change("\"build\":\"", "\"build\":\"1");
            assertThat(ServerNote.in(index)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:7070", "https://127.0.0.1:7070", "http://127.0.0.1.example.org:7070",
            "http://user@127.0.0.1:7070", "http://127.0.0.1", "no address"})
    void noOtherMachineIsAsked(String address) throws IOException {
        try (ServedIndex server = new ServedIndex(index)) {
            server.leave(LOCAL);
            change(LOCAL.toString(), address);
            assertThat(ServerNote.in(index)).isEmpty();
        }
    }
}
