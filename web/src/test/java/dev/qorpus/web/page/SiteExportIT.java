package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.Metrics;
import dev.qorpus.web.Product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The seed as a static site, opened from its files. */
@ExtendWith(Chromium.class)
class SiteExportIT {

    private static final String ONE_HOT = "models.md#q2-what-is-one-hot-encoding-and-what-are-its-limitations";

    @TempDir
    static Path folder;

    private static ExportedSite site;

    @BeforeAll
    static void export() {
        site = ExportedSite.of(SeedCorpus.FOLDER, folder);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void aQuestionIsAnsweredWithoutAServer(int width, ColorScheme scheme, Browser browser) {
        try (Tab tab = site.tab(browser, width, scheme)) {
            tab.page().navigate(site.origin() + "/index.html");
            assertThat(tab.find("#start")).containsText("27 entries in 1 file, by words and by meaning");
            tab.type("limitations of one-hot encoding");
            tab.find("#hits[data-by=meaning]").waitFor();
            assertThat(tab.hit(1)).hasAttribute("data-id", ONE_HOT);
            assertThat(tab.hit(1).locator("p.passage")).containsText("One-hot encoding represents each word");
            assertThat(tab.hit(1).locator("p.passage mark").first()).hasText("One");
            assertThat(tab.hit(1).locator("[data-rank=lexical]")).hasText(Pattern.compile("words #\\d+"));
            assertThat(tab.hit(1).locator("[data-rank=dense]")).hasText("meaning #1");
            assertLooksRight(tab, scheme);
            tab.hit(1).locator("h3 a").click();
            assertThat(tab.find(".entry h2")).hasText("Q2 What is one-hot encoding and what are its limitations?");
            assertThat(tab.find(".entry .related-entries li").first()).isVisible();
            assertLooksRight(tab, scheme);
            tab.page().goBack();
            assertThat(tab.hit(1)).hasAttribute("data-id", ONE_HOT);
            tab.assertNothingWentWrong();
        }
    }

    private static void assertLooksRight(Tab tab, ColorScheme scheme) {
        assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        assertThat(tab.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(scheme == ColorScheme.DARK ? "rgb(23, 24, 26)" : "rgb(251, 250, 247)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/index.html#q=one-hot%20encoding", "/topics.html", "/entries.html", ""})
    void everyoneCanUseIt(String page, Browser browser) {
        try (Tab tab = site.tab(browser, 390, ColorScheme.LIGHT)) {
            // Axe asks for style sheets in a way that the policy of the site forbids.
            tab.expect("connect-src");
            tab.expect("preload assets");
            tab.page().navigate(site.origin() + (page.isEmpty() ? "/entries.html" : page));
            if (page.isEmpty()) {
                tab.find(".listing li a").first().click();
                tab.find(".entry h2").waitFor();
            } else if (page.contains("#")) {
                tab.find("#hits[data-by=meaning]").waitFor();
            }
            Axe.assertFindsNothing(tab.page());
            tab.assertNothingWentWrong();
        }
    }

    @Test
    void aLinkToAQuestionAsksIt(Browser browser) {
        try (Tab tab = site.tab(browser, 1280, ColorScheme.LIGHT)) {
            tab.page().navigate(site.origin() + "/index.html#q=what%20is%20one-hot%20encoding%3F");
            assertThat(tab.hit(1)).hasAttribute("data-id", ONE_HOT);
            assertThat(tab.field()).hasValue("what is one-hot encoding?");
            tab.field().fill("");
            assertThat(tab.find("#start")).isVisible();
            tab.find(".example").first().click();
            assertThat(tab.hit(1)).isVisible();
            tab.assertNothingWentWrong();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries.html", "topics.html"})
    void withoutScriptsEntriesCanBeReadAndAskedFrom(String list, Browser browser) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate(site.origin() + "/" + list);
            assertThat(page.locator(".listing li a")).hasCount(27);
            page.locator(".listing li a").filter(new Locator.FilterOptions().setHasText("one-hot")).first().click();
            assertThat(page.locator(".entry .answer")).containsText("One-hot encoding represents each word");
            page.locator(".next a").click();
            assertThat(page.locator(".entry h2")).containsText("Q3");
            page.locator("#q").fill("bag of words");
            page.locator("#q").press("Enter");
            assertThat(page.locator("noscript")).hasCount(1);
            assertThat(page.url()).endsWith("/index.html?q=bag+of+words");
        }
    }

    /** The figures beside those of the server are in docs/export.md. */
    @Test
    void searchIsAsGoodAsThatOfTheServerWithTheSameVectors(Browser browser) {
        JudgedCollection judged = JudgedCollection.read(SeedCorpus.FOLDER.resolve("judgments"));
        Product.Run run = Product.in(folder).run("eval", Product.JUDGMENTS, "--corpus", Product.SEEDS, "--index",
                site.index().toString(), "--modes", "bm25+word-vectors", "--json");
        double server = run.json().at("/modes/bm25+word-vectors/ndcg@10").asDouble();
        try (Tab tab = site.tab(browser, 1280, ColorScheme.LIGHT)) {
            tab.page().navigate(site.origin() + "/index.html#q=attention");
            tab.find("#hits[data-by=meaning]").waitFor();
            double sum = 0;
            for (JudgedCollection.JudgedQuery query : judged.answerable()) {
                sum += Metrics.ndcg(firstTen(tab, query.text()), judged.relevant(query.id()), 10);
            }
            tab.assertNothingWentWrong();
            assertThat(sum / judged.answerable().size()).isCloseTo(server, within(0.01));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> firstTen(Tab tab, String question) {
        return (List<String>) tab.page().evaluate("""
                async (question) => {
                  const at = (id) => document.getElementById(id);
                  at('q').value = question;
                  at('q').dispatchEvent(new Event('input'));
                  await new Promise((resolve) => { setTimeout(resolve); });
                  while (at('hits').children.length < 10 && !at('more').hidden) at('more').click();
                  return [...at('hits').children].slice(0, 10).map(({ dataset }) => dataset.id);
                }""", question);
    }

    @Test
    void theSameIndexGivesTheSameFilesAndWhatIsNoExportIsKept() throws IOException {
        Map<String, String> before = site.files();
        Files.writeString(site.site().resolve("stale.html"), "of an earlier corpus");
        site.export();
        assertThat(site.files()).isEqualTo(before);
        assertThat(folder.resolve("public")).isDirectoryNotContaining("glob:**.{new,old}");
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("kept.txt"), "mine");
        Product.Run refused = Product.in(folder).run("export", own.toString(), "--index", site.index().toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("is no earlier export and not empty", "--force");
        assertThat(own.resolve("kept.txt")).hasContent("mine");
        Product.Run forced = Product.in(folder).run("export", own.toString(), "--index", site.index().toString(),
                "--force", "--no-meaning", "--title", "My notes", "--json");
        assertThat(forced.json().at("/meaning").asBoolean()).isFalse();
        assertThat(own.resolve("data")).isDirectoryContaining("glob:**/words.js").isDirectoryNotContaining(
                "glob:**/pieces-1.js");
        assertThat(own.resolve("index.html")).content().contains("<title>My notes</title>",
                "by words, in this browser");
        assertThat(own.resolve("kept.txt")).doesNotExist();
    }
}
