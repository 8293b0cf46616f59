package dev.qorpus.indexer.corpus.coverage;

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
}
