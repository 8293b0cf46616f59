package dev.qorpus.indexer.corpus.html;

import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class SafeHtmlTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "[x](javascript:alert(1))",
            "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
            "<img src=x onerror=alert(1)>", "<p onclick=\"alert(1)\">x</p>", "<svg/onload=alert(1)>",
            "<iframe src=\"https://example.org\"></iframe>", "<style>*{display:none}</style>", "<b><i>never closed",
            "![x](javascript:alert(1))", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<form action=https://example.org><input name=q></form>", "<div style=\"position:fixed\">x</div>",
            "<math><mtext><style><img src=x onerror=alert(1)></style>", "<span class=\"hit notice\">x</span>",
            "`<script>`", "<!-- --><script>alert(1)</script>", "[x](java\nscript:alert(1))",
            "<x:script>alert(1)</x:script>"})
    void nothingThatRunsOrLoadsPasses(String hostile) {
        assertHarmless(SafeHtml.of(hostile));
    }

    @Test
    void whatAuthorsUseIsKept() {
        assertThat(SafeHtml.of("**b** _i_ ~~s~~ `c` <kbd>K</kbd> [l](https://example.org/a?b=c)"))
                .isEqualTo("<p><strong>b</strong> <em>i</em> <del>s</del> <code>c</code> <kbd>K</kbd> "
                        + "<a href=\"https://example.org/a?b=c\" rel=\"noopener noreferrer nofollow\">l</a></p>\n");
        assertThat(SafeHtml.of("```java\nint i;\n```")).contains("<code class=\"language-java\">int i;");
        assertThat(SafeHtml.of("|a|b|\n|-|-|\n|1|2|")).contains("<table>").contains("<td>2</td>");
        assertThat(SafeHtml.of("costs $5 and $10")).isEqualTo("<p>costs $5 and $10</p>\n");
        assertThat(SafeHtml.of("$a_1 * b_2 * c$")).isEqualTo("<p><span class=\"math\">$a_1 * b_2 * c$</span></p>\n");
        assertThat(SafeHtml.of("![a diagram](d.png)")).isEqualTo("<p>a diagram</p>\n");
    }

    @Test
    void displayedMathMayHaveLinesOfItsOwnAndPricesStayText() {
        assertThat(SafeHtml.of("$$\na_1 \\\\ b_2\n$$"))
                .isEqualTo("<p><span class=\"math\">$$\na_1 \\\\ b_2\n$$</span></p>\n");
        assertThat(SafeHtml.of("$$ x_1 * y_2 * z $$")).contains("<span class=\"math\">$$ x_1 * y_2 * z $$</span>");
        assertThat(SafeHtml.of("from $$ to $$ in town")).isEqualTo("<p>from $$ to $$ in town</p>\n");
        assertThat(SafeHtml.of("$5 and $6, and $x_1$")).isEqualTo(
                "<p>$5 and $6, and <span class=\"math\">$x_1$</span></p>\n");
        assertThat(SafeHtml.of("$\\$5 + x$")).isEqualTo("<p><span class=\"math\">$\\$5 + x$</span></p>\n");
        assertThat(SafeHtml.of("a $ b_1 $ c")).isEqualTo("<p>a $ b_1 $ c</p>\n");
    }

    @Test
    void imagesAreShownAtTheirAddressesOrAsLinksOrAsText() {
        assertThat(withImages("![a diagram](d.png)"))
                .isEqualTo("<p><img src=\"/at/deep/d.png\" alt=\"a diagram\" loading=\"lazy\"></p>\n");
        assertThat(withImages("<img src=d.png width=40 height=90% onerror=x() srcset=//evil.example/x class=hit>"))
                .isEqualTo("<img src=\"/at/deep/d.png\" alt=\"\" loading=\"lazy\" width=\"40\">\n");
        assertThat(withImages("![seen](https://evil.example/x.png)"))
                .isEqualTo("<p><a href=\"https://evil.example/x.png\" "
                        + "rel=\"noopener noreferrer nofollow\">seen</a></p>\n");
        assertThat(withImages("[![seen](https://evil.example/x.png)](https://example.org/)")).isEqualTo(
                "<p><a href=\"https://example.org/\" rel=\"noopener noreferrer nofollow\">seen</a></p>\n");
        assertThat(withImages("![x](javascript:alert(1)) ![y](data:image/png;base64,AAAA) ![z](//evil.example/x.png)"))
                .isEqualTo("<p>x y z</p>\n");
    }

    @Test
    void linksToEntriesOfTheCorpusAreKept() {
        assertThat(withImages("[x](#q2-what) [y](../b.md#q%203) [z](#nope) [w](other.md) [v](/b.md#q%203)"))
                .isEqualTo("<p><a href=\"#deep%2Fa.md%23q2-what\" rel=\"noopener noreferrer nofollow\">x</a> "
                        + "<a href=\"#b.md%23q%203\" rel=\"noopener noreferrer nofollow\">y</a> "
                        + "<a rel=\"noopener noreferrer nofollow\">z</a> <a rel=\"noopener noreferrer nofollow\">w</a> "
                        + "<a href=\"#b.md%23q%203\" rel=\"noopener noreferrer nofollow\">v</a></p>\n");
    }

    @Test
    void linksToEntriesLeadWhereTheCallerHasThem() {
        assertThat(SafeHtml.of("[x](b.md#q) <a title='href=\"#' href=b.md#q>y</a> [z](b.md)", new AnswerLinks("a.md",
                "/at/", id -> true, id -> "page/" + id.value().replace('#', '-') + ".html")))
                .isEqualTo("<p><a href=\"page/b.md-q.html\" rel=\"noopener noreferrer nofollow\">x</a> "
                        + "<a title=\"href=&quot;#\" href=\"page/b.md-q.html\" rel=\"noopener noreferrer nofollow\">y</a> "
                        + "<a rel=\"noopener noreferrer nofollow\">z</a></p>\n");
    }

    private static String withImages(String markdown) {
        Set<String> ids = Set.of("deep/a.md#q2-what", "b.md#q 3");
        return SafeHtml.of(markdown, new AnswerLinks("deep/a.md", "/at/", id -> ids.contains(id.value())));
    }

    @Test
    void noMixtureOfFragmentsPassesWithAddresses() {
        Property.of(Texts.mixtures(20, FRAGMENTS)).shrunkBy(Shrinking::list)
                .holds(1_000, 20261123, fragments -> assertHarmlessWithAddresses(String.join("", fragments)));
    }

    private static void assertHarmlessWithAddresses(String hostile) {
        String html = SafeHtml.of(hostile, new AnswerLinks("a.md", "/at/", id -> true));
        Document shown = Jsoup.parseBodyFragment(html);
        shown.select("img[src^=/at/]").remove();
        assertHarmless(shown.body().html());
    }

    @Test
    void noMixtureOfFragmentsPasses() {
        Property.of(Texts.mixtures(20, FRAGMENTS)).shrunkBy(Shrinking::list)
                .holds(1_000, 20261122, fragments -> assertHarmless(SafeHtml.of(String.join("", fragments))));
    }

    private static final String[] FRAGMENTS = {"<script>", "</script>", "<img src=", "onerror=", "alert(1)", ">", "<",
            "\"", "'", "`", "[x](",
            "javascript:", ")", "<!--", "-->", "<svg ", "<style>", "\n", "\n\n", "    ", "* ", "&#x6A;",
            "\u0000",
            "<a href=", "<p ", "</p>", "style=", "<![CDATA[", "$", "<details>", "<math>"};

    private static void assertHarmless(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        assertThat(
                document.select("script, style, iframe, object, embed, form, input, img, svg, math, link, meta, base"))
                .as(html).isEmpty();
        for (Element element : document.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).as(html).doesNotStartWith("on").isNotEqualTo("style").isNotEqualTo("id");
                if (attribute.getKey().equals("href")) {
                    assertThat(attribute.getValue()).as(html).matches("(https?:|mailto:|#).*");
                }
                if (attribute.getKey().equals("class")) {
                    assertThat(attribute.getValue()).as(html).matches("language-.*|math");
                }
            });
        }
    }
}
