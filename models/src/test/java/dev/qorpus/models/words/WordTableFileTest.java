package dev.qorpus.models.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WordTableFileTest {

    @TempDir
    Path folder;

    private WordTableFile file;

    @BeforeEach
    void write() throws IOException {
        file = new WordTableFile(folder.resolve("new/table.bin"));
        file.write(new WordTable(2, new float[]{1, -2, 3.5f, Float.MIN_VALUE}));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(file.read()).hasValueSatisfying(table -> {
            assertThat(table.dimension()).isEqualTo(2);
            assertThat(table.size()).isEqualTo(2);
            assertThat(table.values()).containsExactly(1, -2, 3.5f, Float.MIN_VALUE);
        });
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void aFileThatIsAbsentDamagedOrCutIsNone() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file.path(), damaged);
            assertThat(file.read()).as("byte %d", at).isEmpty();
            Files.write(file.path(), Arrays.copyOf(whole, at));
            assertThat(file.read()).as("%d bytes", at).isEmpty();
        }
        assertThat(new WordTableFile(folder.resolve("none")).read()).isEmpty();
    }
}
