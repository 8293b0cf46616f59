package dev.qorpus.web.cli.option;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GivenTextTest {

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wordsAreJoined() {
        assertThat(new GivenText(List.of("why", "-"), input("other")).text()).isEqualTo("why -");
    }

    @Test
    void aDashReadsStandardInput() {
        assertThat(new GivenText(List.of("-"), input("\uFEFF  wofür Öl?\nund wann\n")).text())
                .isEqualTo("wofür Öl?\nund wann");
        assertThat(new GivenText(List.of("-"), input(" \n")).text()).isEmpty();
    }

    @Test
    void inputWithoutEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'y';
            }
        };
        assertThatThrownBy(() -> new GivenText(List.of("-"), endless).text()).isInstanceOf(QueryException.class)
                .hasMessageContaining("1048576 bytes");
    }
}
