package dev.qorpus.web.mcp.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The estimate beside a real tokenizer. */
class TokenEstimateTest {

    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "How do gates keep a gradient from vanishing? By a path that is only added to.",
            "{\"rank\":1,\"id\":\"notes/a.md#q1-what-is-it\",\"score\":0.63,\"hits\":[],\"file\":\"notes/a.md\",\"line\":69}",
            "Das Geschäftsjahr brachte außergewöhnlich viele Beschwerden über Verspätungen.",
            "Механизм внимания учитывает все слова предложения.", "什么是注意力？它让每个词关注其他词。", "注意とは何ですか。",
            "$$\\frac{QK^\\top}{\\sqrt{d_k}}V$$ and $\\theta_{i+1} = \\theta_i - \\eta \\nabla_\\theta L$",
            "for (int i = 0; i < readBytes.length; i++) { total += readBytes[i]; }\n\n\n  // sum",
            "| model | nDCG@10 |\n|---|---:|\n| minilm | 0.8123 |", "2026-11-30T12:00:00Z 192.168.0.1 0xFFEE"})
    void itIsNotBelowTheTokenizer(String text) {
        assertThat(TokenEstimate.of(text)).isGreaterThanOrEqualTo(O200K.countTokens(text));
    }

    @Test
    void itIsNotFarAboveForNotes() throws IOException {
        String notes = Files.readString(Path.of("../seeds/models.md"));
        assertThat((double) TokenEstimate.of(notes) / O200K.countTokens(notes)).isBetween(1.0, 1.4);
    }
}
