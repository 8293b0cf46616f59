package dev.qorpus.indexer.corpus.records;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CellTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            How do I <b>descale</b> it?          | How do I descale it?
            <p>What is <i>loam</i>?</p>          | What is loam?
            Is 5 &lt; 7?                         | Is 5 < 7?
            How do I use <br> in a list?         | How do I use <br> in a list?
            What does <b> do?                    | What does <b> do?
            Why does <img src=x> not load?       | Why does <img src=x> not load?
            What does &nbsp; mean?               | What does &nbsp; mean?
            What is a List<String>?              | What is a List<String>?
            """)
    void onlyFormattingIsTakenOutOfAQuestion(String written, String question) {
        assertThat(CellText.question(written)).isEqualTo(question);
    }
}
