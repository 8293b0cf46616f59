package dev.qorpus.indexer.corpus.html;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** Markdown made of a post's HTML says what the HTML says. */
class HtmlToMarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", ignoreLeadingAndTrailingWhitespace = true, value = {
            "<p>Some <strong>bold</strong>, <em>odd</em> words.</p> => Some **bold**, *odd* words.",
            "<b> spaced </b>out => **spaced** out",
            "half<b>bold</b>word => half<strong>bold</strong>word",
            "<b>both <i>marks</i></b> => <strong>both *marks*</strong>",
            "<p>2 * 3 * 4 and a_b_c</p> => 2 \\* 3 \\* 4 and a\\_b\\_c",
            "<p># no heading</p> => \\# no heading",
            "<p>+ no list</p> => &#43; no list",
            "<p>the sum $a_1 * b_2$ costs $5 and $10</p> => the sum $a_1 * b_2$ costs $5 and $10",
            "<p><code>a `b` c</code></p> => ``a `b` c``",
            "<p>press <kbd>Ctrl</kbd> H<sub>2</sub>O</p> => press <kbd>Ctrl</kbd> H<sub>2</sub>O",
            "<a href='https://example.org/a b'>x [y]</a> => [x \\[y\\]](<https://example.org/a b>)",
            "<h2>Title</h2><p>text</p> => ## Title||text",
            "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul> => - a|- b|  - c",
            "<ol start='3'><li>a</li></ol> => 3. a",
            "<blockquote><p>a</p><p>b</p></blockquote> => > a|>|> b",
            "<p>a<br>b<br></p> => a  |b",
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table> => %a%b%|%---%---%|%1%%",
            "<p>a<script>alert(1)</script>b</p> => ab"})
    void elementsBecomeMarks(String html, String markdown) {
        assertThat(HtmlToMarkdown.of(html).lines().map(String::stripTrailing).toList()).containsExactly(
                markdown.replace("|", "\n").replace('%', '|').lines().map(String::stripTrailing)
                        .toArray(String[]::new));
    }

    /** All but white space and the marks that plain text has for lists and quotes is the same. */
    @Test
    void noMixtureOfElementsLosesText() {
        Property.of(Texts.mixtures(25, FRAGMENTS)).shrunkBy(Shrinking::list)
                .holds(500, 20261124, fragments -> assertKept(String.join("", fragments)));
    }

    private static void assertKept(String html) {
        String markdown = HtmlToMarkdown.of(html);
        assertThat(letters(PlainText.ofMarkdown(markdown))).as("%s%n---%n%s", html, markdown)
                .isEqualTo(letters(Jsoup.parseBodyFragment(html).body().wholeText()));
    }

    /** Without marks that plain text adds, and with an asterisk, which no mark leaves behind. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}*_<`\\[\\]~]", "");
    }

    private static final String[] FRAGMENTS = {"<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<code>", "</code>",
            "<pre><code>", "</code></pre>",
            "<ul>", "<li>", "</li>", "</ul>", "<ol start=\"7\">", "</ol>", "<blockquote>", "</blockquote>",
            "<br>", "<hr>", "<kbd>", "</kbd>", "<a href=\"https://example.org/(x\">", "</a>", "<h2>",
            "</h2>", "<div>", "</div>", "word", " ", "\n", "\n\n", "a", "*", "_", "`", "[x]", "(y)", "&lt;",
            "&lt;b>", "# ", "1. ", "- ", "+ ", "> ", "~~", "    ", "!", "&amp;lt;", "\\", "---", "===",
            "| a |", "<s>", "</s>"};
}
