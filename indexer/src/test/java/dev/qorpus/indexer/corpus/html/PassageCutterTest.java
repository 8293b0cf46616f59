package dev.qorpus.indexer.corpus.html;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.indexer.analysis.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a rendered answer for its passage. */
class PassageCutterTest {

    private static final AnswerLinks LINKS = new AnswerLinks("notes.md", "corpus/", id -> false);

    /** The passage from the first to the last of two words, which may be one. */
    private static Optional<String> passage(String markdown, String first, String last) {
        String text = PlainText.ofMarkdown(markdown);
        Span span = new Span(text.indexOf(first), text.indexOf(last) + last.length());
        return SafeHtml.ofPassage(markdown, LINKS, new AnswerMarks(text, span, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            One two three.                    | One   | three. | <p>One two three.</p>
            One two three.                    | two   | two    | <p>… two …</p>
            One.\\n\\nTwo **three** four.\\n\\nFive. | three | four.  | <p><strong>… three</strong>four.</p>
            - one\\n- two\\n- three            | two   | three  | <ul><li>two</li><li>three</li></ul>
            1. one\\n2. two\\n3. three         | two   | two    | <ol start="2"><li>two</li></ol>
            """)
    void whatLiesAroundItIsCutOff(String markdown, String first, String last, String expected) {
        assertThat(passage(markdown.replace("\\n", "\n"), first, last).orElseThrow().replaceAll(">\\s+", ">"))
                .isEqualTo(expected);
    }

    @Test
    void codeBeginsWithTheFirstLineOfThePassageAndKeepsItsIndentation() {
        String html = passage("```js\nif (a) {\n    b();\n    c();\n}\n```\n", "c();", "}").orElseThrow();
        assertThat(html).contains("<pre><code class=\"language-js\">    c();\n}");
    }

    @Test
    void aRowOfATableKeepsItsCellsAndHeadings() {
        String html = passage("| Name | Value |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |\n", "2", "2").orElseThrow();
        assertThat(html).contains("Name", "Value", ">b<", ">2<").doesNotContain(">a<", ">c<");
    }

    @Test
    void nothingIsFolded() {
        assertThat(passage("<details><summary>More</summary>\n\nThe *answer*.\n\n</details>", "The", "answer")
                .orElseThrow().strip()).isEqualTo("<p>The <em>answer …</em></p>");
    }

    @Test
    void aPassageThatIsNotThereGivesNothing() {
        assertThat(SafeHtml.ofPassage("One.", LINKS,
                new AnswerMarks("Other words entirely", new Span(0, 5), List.of()))).isEmpty();
    }
}
