package dev.qorpus.indexer.corpus.html;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** In what is expected, {@code [[...]]} is the passage, and <code>{{...}}</code> a word. */
class AnswerMarkerTest {

    private static final String TEA = "\uD83C\uDF75";

    @Test
    void ofEqualSentencesTheOneAtThePlaceIsMarked() {
        assertThat(passage("same words. same words.", "same words.", 2))
                .isEqualTo("<p>same words. [[same words.]]</p>");
        assertThat(passage("a tea\n\n- a tea\n- a **tea**", "tea", 2))
                .isEqualTo("<p>a tea</p><ul><li>a [[tea]]</li><li>a <strong>tea</strong></li></ul>");
    }

    @Test
    void passageIsMarkedAcrossInlineElements() {
        assertThat(passage("**Green** _tea_ is drunk.", "Green tea is", 1))
                .isEqualTo("<p><strong>[[Green]]</strong>[[ ]]<em>[[tea]]</em>[[ is]] drunk.</p>");
        assertThat(passage("at `a  b` it", "at a b it", 1)).isEqualTo("<p>[[at ]]<code>[[a b]]</code>[[ it]]</p>");
        assertThat(passage("a  \nb c", "a\nb", 1)).isEqualTo("<p>[[a]]<br> [[b]] c</p>");
    }

    @Test
    void passageIsMarkedInEachBlock() {
        assertThat(passage("- one\n- two\n  - three\n", "two\n  - three", 1))
                .isEqualTo("<ul><li>one</li><li>[[two]] <ul><li>[[three]]</li></ul></li></ul>");
        assertThat(passage("7. one\n8. two", "one\n8. two", 1))
                .isEqualTo("<ol start=\"7\"><li>[[one]]</li><li>[[two]]</li></ol>");
        assertThat(passage("> a quote\n\nand b", "quote\n\nand", 1))
                .isEqualTo("<blockquote><p>a [[quote]]</p></blockquote><p>[[and]] b</p>");
        assertThat(passage("|a|b|\n|-|-|\n|c|d|", "b\nc", 1)).isEqualTo("<table><thead><tr><th>a</th><th>[[b]]</th>"
                + "</tr></thead><tbody><tr><td>[[c]]</td><td>d</td></tr></tbody></table>");
    }

    @Test
    void passageIsMarkedInHtmlOfTheAuthor() {
        assertThat(passage("<div>\n x <b>y</b>\n</div>", "x y", 1)).isEqualTo("<div> [[x ]]<b>[[y]]</b></div>");
        assertThat(passage("b &lt;i> &amp; c", "<i> & c", 1)).isEqualTo("<p>b [[&lt;i&gt; &amp; c]]</p>");
        assertThat(passage("<details><summary>a</summary>\n\nb\n\n</details>", "a\n\nb", 1))
                .isEqualTo("<details><summary>[[a]]</summary><p>[[b]]</p></details>");
    }

    @Test
    void wordsAreMarkedInsideThePassageAndOutside() {
        assertThat(marked("Tea leaf, _tea_ cup. Tea pot.", "tea cup. Tea", "Tea", "tea"))
                .isEqualTo("<p>{{Tea}} leaf, <em>[[{{tea}}]]</em>[[ cup. {{Tea}}]] pot.</p>");
        assertThat(marked("un**believ**able", "unbelievable", "unbelievable"))
                .isEqualTo("<p>[[{{un}}]]<strong>[[{{believ}}]]</strong>[[{{able}}]]</p>");
        assertThat(marked("one-hot code", "hot code", "one-hot")).isEqualTo("<p>{{one-}}[[{{hot}} code]]</p>");
    }

    @Test
    void marksOfTheAuthorAreNoPassageAndHoldNoWords() {
        assertThat(marked("<mark class=\"passage\">tea</mark> is tea", "is tea", "tea"))
                .isEqualTo("<p>{{tea}} [[is {{tea}}]]</p>");
    }

    @Test
    void codeAndFormulasAreMarkedFromOutside() {
        assertThat(
                marked("See tea:\n\n```java\nint tea;\n```\n\nso $tea$ is, $b$", "See tea:\n\nint tea;\n\nso $tea$ is",
                        "tea"))
                .isEqualTo("<p>[[See {{tea}}:]]</p><pre class=\"passage\"><code class=\"language-java\">int tea; "
                        + "</code></pre><p>[[so <span class=\"math\">$tea$</span> is]], "
                        + "<span class=\"math\">$b$</span></p>");
    }

    @Test
    void linesOfCodeDoNotMoveThePlace() {
        assertThat(passage("    a   \n    b  \n\ntea\n\n        c\n", "tea", 1))
                .isEqualTo("<pre><code>a b </code></pre><p>[[tea]]</p><pre><code> c </code></pre>");
        assertThat(passage("\n        a\n\ntea", "tea", 1)).isEqualTo("<pre><code> a </code></pre><p>[[tea]]</p>");
    }

    @Test
    void descriptionsOfImagesCountAsTextWhereTheImageIsShown() {
        assertThat(passage("![a tea](a.png) tea ![](a.png) tea", "tea", 3)).isEqualTo(
                "<p><img src=\"/at/a.png\" alt=\"a tea\" loading=\"lazy\"> tea "
                        + "<img src=\"/at/a.png\" alt=\"\" loading=\"lazy\"> [[tea]]</p>");
    }

    @Test
    void halvesOfSurrogatePairsStayTogether() {
        assertThat(shown(TEA + TEA, new AnswerMarks(TEA + TEA, new Span(1, 2), List.of())))
                .isEqualTo("<p>[[" + TEA + "]]" + TEA + "</p>");
    }

    @Test
    void rangesOutsideOfTheTextAreCut() {
        assertThat(shown("tea", new AnswerMarks("tea", new Span(1, 99), List.of(new Span(50, 60)))))
                .isEqualTo("<p>t[[ea]]</p>");
        assertThat(shown("tea", new AnswerMarks("tea", new Span(7, 3), List.of()))).isEqualTo("<p>tea</p>");
    }

    /** The plain text of a record is its source. */
    @Test
    void marksInASourceAreFoundByTheWords() {
        String source = "one *two* [three](http://a.b/two) two four";
        assertThat(shown(source, marks(source, "two four", 1, "two")))
                .isEqualTo("<p>one <em>{{two}}</em> <a href=\"http://a.b/two\" rel=\"noopener noreferrer nofollow\">"
                        + "three</a> [[{{two}} four]]</p>");
        assertThat(shown("*a* tea. *a* tea.", marks("*a* tea. *a* tea.", "*a* tea.", 2)))
                .isEqualTo("<p><em>a</em> tea. <em>[[a]]</em>[[ tea.]]</p>");
        assertThat(shown("Drink\n(hot) tea!\nNow.", marks("Drink\n(hot) tea!\nNow.", "(hot) tea!", 1)))
                .isEqualTo("<p>Drink [[(hot) tea!]] Now.</p>");
        assertThat(shown("a *.* b", marks("a *.* b", "*.*", 1))).isEqualTo("<p>a <em>.</em> b</p>");
    }

    private static final String[] PIECES = {"tea ", "tea ", "milk", " and\n", "**", "_", "`", "`` ` ``", "\n\n", "\n- ",
            "\n  - ", "\n1. ", "\n\n> ", "\n    ", "\n```\n", "\n```java\n", "\n|a|b|\n|-|-|\n|c|d|\n\n", "[x](y)",
            "![z](w.png)", "$", "$a_1$", "<b>", "</b>", "<div>\n", "\n</div>\n\n",
            "<ul><li>u</li>\n<li>v</li></ul>\n\n",
            "<details><summary>s</summary>\n\n", "</details>\n\n", "<table><tr>\n<td>r <td>t</table>\n\n", "<br>",
            "<hr>", "&amp;", "&#x1F375;", TEA, "  \n", "\\*", "# h\n", "<mark>", "</mark>", "<kbd>K</kbd>", "<p>",
            "<script>x</script>", "<span class=\"math\">", "</span>", "&nbsp;", "\u3000", "e\u0301", "<ul>", "<tr>"};

    @Test
    void marksInAnyDocumentHoldThePassageAndNothingElse() {
        Property.of(Texts.mixtures(24, PIECES)).shrunkBy(Shrinking::list).holds(500, 20261129, pieces -> {
            String markdown = String.join("", pieces);
            String plain = PlainText.ofMarkdown(markdown);
            Element unmarked = body(html(markdown, AnswerMarks.NONE));
            Random random = new Random(markdown.hashCode());
            for (int i = 0; i < 4 && !plain.isEmpty(); i++) {
                int start = random.nextInt(plain.length());
                Span range = new Span(start, random.nextInt(start, plain.length()) + 1);
                List<Span> words = spans(plain, Pattern.compile("tea|milk"));
                Element body = body(html(markdown, new AnswerMarks(plain, range, words)));
                assertThat(body.wholeText()).isEqualTo(unmarked.wholeText());
                assertThat(lettersInMarks(body)).as("%s in %s", range, body).isEqualTo(letters(unmarked, plain, range));
                assertThat(body.select("pre mark.passage, .math mark.passage, mark.passage :is(p, li, div, ul)"))
                        .as("%s", body).isEmpty();
            }
        });
    }

    private static String lettersInMarks(Element body) {
        return body.nodeStream(TextNode.class)
                .filter(node -> isInside(node, "mark.passage") && !isInside(node, ".math"))
                .map(node -> letters(node.getWholeText())).collect(Collectors.joining());
    }

    /**
     * The letters of a range that are outside of code and formulas. The plain text has the letters of the HTML, in the
     * same order, so they are counted.
     */
    private static String letters(Element body, String plain, Span range) {
        String inside = body.nodeStream().map(AnswerMarkerTest::written).collect(Collectors.joining());
        int start = letters(plain.substring(0, range.start())).length();
        return inside.substring(start, start + letters(plain.substring(range.start(), range.end())).length())
                .replace(".", "");
    }

    /** The letters of a node; a full stop for each that is not to be marked. */
    private static String written(Node node) {
        if (node instanceof Element image && image.normalName().equals("img")) {
            return letters(image.attr("alt")).replaceAll("\\p{L}", ".");
        }
        if (node instanceof TextNode text) {
            String letters = letters(text.getWholeText());
            return isInside(text, "pre, .math") ? letters.replaceAll("\\p{L}", ".") : letters;
        }
        return "";
    }

    private static boolean isInside(TextNode node, String elements) {
        return Objects.requireNonNull(node.parent()).closest(elements) != null;
    }

    private static String letters(String text) {
        return text.replaceAll("\\P{L}", "");
    }

    private static String passage(String markdown, String passage, int occurrence) {
        return shown(markdown, marks(PlainText.ofMarkdown(markdown), passage, occurrence));
    }

    private static String marked(String markdown, String passage, String... words) {
        return shown(markdown, marks(PlainText.ofMarkdown(markdown), passage, 1, words));
    }

    private static AnswerMarks marks(String text, String passage, int occurrence, String... words) {
        String any = Arrays.stream(words).map(Pattern::quote).collect(Collectors.joining("|"));
        return new AnswerMarks(text, spans(text, Pattern.compile(Pattern.quote(passage))).get(occurrence - 1),
                words.length == 0 ? List.of() : spans(text, Pattern.compile(any)));
    }

    private static List<Span> spans(String text, Pattern pattern) {
        Stream<MatchResult> found = pattern.matcher(text).results();
        return found.map(match -> new Span(match.start(), match.end())).sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private static String html(String markdown, AnswerMarks marks) {
        return SafeHtml.of(markdown, new AnswerLinks("a.md", "/at/", id -> true), marks);
    }

    private static Element body(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }

    private static String shown(String markdown, AnswerMarks marks) {
        Element body = body(html(markdown, marks));
        for (Element mark : body.select("mark")) {
            boolean passage = mark.hasClass("passage");
            mark.prependText(passage ? "[[" : "{{").appendText(passage ? "]]" : "}}").unwrap();
        }
        return body.html().replaceAll(">\\s*\n\\s*<", "><").replaceAll("\\s+", " ").strip();
    }
}
