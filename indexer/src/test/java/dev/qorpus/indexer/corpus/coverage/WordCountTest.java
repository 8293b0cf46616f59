package dev.qorpus.indexer.corpus.coverage;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordCountTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            two words | 2
            C++ and .NET 4.8 | 5
            don't | 2
            -- *** | 0
            Größe Größe | 2
            東京都の住民 | 6
            주차장이 어디 | 2
            ที่จอดรถ | 6
            AI研究 2024年 | 5
            """)
    void countsWordsInAnyScript(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }

    @Test
    void countsWhatThePatternFinds() {
        Random random = new Random(20261129);
        String pieces = "aZ9 .-'\u00e9\u0301\u00b2\u2167\u4e1c\u3042\u30ab\u0e01\u0e34\u0e50\u17a0\u17b6\u0eb4\uac00\u0939\u093f\u20dd\u3007\n";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.appendCodePoint(
                        random.nextInt(20) == 0 ? 0x20000 : pieces.charAt(random.nextInt(pieces.length())));
            }
            assertThat(WordCount.of(text)).as(text.toString())
                    .isEqualTo((int) WordCount.WORD.matcher(text).results().count());
        }
    }
}
