package dev.qorpus.web.cli.terminal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain      | 5
            Größe      | 5
            e\u0301te\u0301 | 3
            世界       | 4
            セカイ     | 6
            ｾｶｲ        | 3
            한국어     | 6
            （。）     | 6
            Ａ１       | 4
            🍵         | 2
            ❤          | 1
            ❤\uFE0F    | 2
            🇩🇪         | 2
            a\u200Bb   | 2
            𠀀         | 2
            สวัสดี       | 4
            ›·…▎█      | 5
            """)
    void signsTakeTheirColumns(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }
}
