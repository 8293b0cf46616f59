package dev.qorpus.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.qorpus.web.api.log.LogDetail;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares {@code docs/http.md} with the declared routes. */
class HttpDocumentTest extends ServedTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "http.md");
    private static final Path WRITTEN = Path.of("target", "http.md");

    @Test
    void theDocumentationSaysWhatTheServerDeclares() throws IOException {
        try (Server server = serve(new ServerSettings("127.0.0.1", 0, "tea-and-cups-and-saucers", WIDE,
                LogDetail.NONE))) {
            String document = HttpDocument.of(server.routes());
            Files.createDirectories(WRITTEN.getParent());
            Files.writeString(WRITTEN, document);
            assertThat(DOCUMENT).as("write it again: cp web/target/http.md docs/http.md").content()
                    .isEqualTo(document);
        }
    }
}
