package dev.qorpus.web.page;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The view of one entry, with every kind of content. */
class EntryPageIT extends InBrowser {

    private static final String RICH = "/?entry=" + RichCorpus.RICH.replace("#", "%23");

    @RegisterExtension
    static final ServedCorpus CORPUS = new ServedCorpus(RichCorpus::write);

    @Override
    Qorpus qorpus() {
        return CORPUS.qorpus();
    }

    /** One image of the entry is missing intentionally. */
    @BeforeEach
    void expectTheMissingImage() {
        tab.expect("status of 404");
    }

    @Test
    void formulasAreDrawnAndPricesAndMistakesStayText() {
        tab.open(RICH);
        Locator answer = tab.find(".entry .answer");
        assertThat(answer).containsText("The price is $5 and $6, and");
        assertThat(answer.locator(".formula")).hasCount(2);
        assertThat(answer.locator(".formula annotation").first()).hasText("x_1^2 + \\alpha");
        assertThat(answer.locator(".formula.displayed .mtable")).isVisible();
        assertThat(answer.locator("span.math")).hasText("$\\undefinedcommand{x}$");
        assertThat(tab.page().evaluate("() => document.fonts.ready.then(() => [...document.fonts]"
                + ".filter((font) => font.family === 'KaTeX_Math' && font.status === 'loaded').length > 0)"))
                .isEqualTo(true);
        Harmless.assertHarmless(tab.page());
    }

    @Test
    void codeIsColouredByItsNamedLanguageAndCopied() {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.open(RICH);
        Locator code = tab.find(".answer .code");
        assertThat(code).hasCount(3);
        assertThat(code.nth(0).locator(".hljs-keyword").first()).hasText("def");
        assertThat(code.nth(1).locator(".hljs-keyword").first()).hasText("FROM");
        assertThat(code.nth(2).locator("code")).hasText("no language, <b>no colours</b>");
        assertThat(code.nth(2).locator("code span")).hasCount(0);
        code.nth(0).locator(".copy").click();
        assertThat(code.nth(0).locator(".copy")).hasText("Copied");
        assertThat(clipboard()).isEqualTo("def square(x):\n    return x ** 2  # not x * 2\n");
    }

    private String clipboard() {
        return String.valueOf(tab.page().evaluate("() => navigator.clipboard.readText()"));
    }

    @Test
    void tablesTasksAndTheCorpusesOwnImagesAreShown() {
        tab.open(RICH);
        Locator answer = tab.find(".entry .answer");
        assertThat(answer.locator(".wide th")).hasCount(3);
        assertThat(answer.locator("li").first()).hasText("done: done already");
        assertThat(answer.locator(".task.done")).hasCount(1);
        assertThat(answer.locator(".task")).hasCount(2);
        assertThat(answer.getByAltText("a dot")).isVisible();
        answer.getByAltText("a circle").scrollIntoViewIfNeeded();
        assertThat(answer.getByText("gone (the corpus has no such image)")).isVisible();
        assertThat(answer.locator("img")).hasCount(2);
        assertThat(answer.getByAltText("a dot").evaluate("(image) => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(2);
        assertThat(answer.getByText("far away")).hasAttribute("href", "https://example.org/far.png");
    }

    @Test
    void placeInTheFileIsShownAndLeadsOn() {
        tab.open(RICH);
        assertThat(tab.find(".crumbs span")).hasText(new String[]{"maths/rich.md", "Formulas and more"});
        assertThat(tab.find(".siblings li")).hasCount(3);
        assertThat(tab.find(".siblings [aria-current]")).hasText("Q1 What can an answer hold?");
        assertThat(tab.find(".adjacent .previous")).hasCount(0);
        tab.find(".adjacent .next a").click();
        assertThat(tab.find(".entry h2")).hasText("Q2 What is a sum of products?");
        assertThat(tab.find(".entry h2")).isFocused();
        assertThat(tab.find(".adjacent .previous a")).hasText("Q1 What can an answer hold?");
        assertThat(tab.find(".adjacent .next a")).hasText("Q3 What is an inner product?");
        tab.page().goBack();
        assertThat(tab.find(".entry h2")).hasText("Q1 What can an answer hold?");
    }

    @Test
    void linksToOtherEntriesOpenThem() {
        tab.open("/?entry=maths/rich.md%23q2-what-is-a-sum-of-products");
        tab.find(".answer a").getByText("tea").click();
        assertThat(tab.find(".entry h2")).hasText("What is tea?");
        tab.page().goBack();
        tab.find(".answer a").getByText("below").click();
        assertThat(tab.find(".entry h2")).hasText("Q3 What is an inner product?");
    }

    @Test
    void relatedEntriesSayWhyTheyAre() {
        tab.open("/?entry=maths/rich.md%23q2-what-is-a-sum-of-products");
        Locator first = tab.find(".related-entries li").first();
        assertThat(first.locator("a")).hasText("Q3 What is an inner product?");
        assertThat(first.locator(".reason")).hasText(Pattern.compile("shares “.*product.*” · similarity 0\\.\\d\\d"));
    }

    @Test
    void duplicatesAreNamed() {
        tab.open("/?entry=again.md%23what-is-tea");
        assertThat(tab.find(".duplicates")).containsText("'What is tea?' occurs twice with the same answer");
        tab.find(".duplicates a").click();
        assertThat(tab.find(".entry-tools .place")).hasText("again.md:4");
    }

    @Test
    void placeMarkdownAndLinkAreCopied() {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.open("/?entry=again.md%23what-is-tea");
        tab.find(".entry-tools .place").click();
        assertThat(tab.find("#said")).hasText("Copied");
        assertThat(clipboard()).isEqualTo("again.md:2");
        tab.find("[data-copy=markdown]").click();
        assertThat(tab.find("[data-copy=markdown]")).hasText("Copied");
        assertThat(clipboard()).isEqualTo("## What is tea?\n\nLeaves in hot water.\n");
        tab.find("[data-copy=link]").click();
        assertThat(tab.find("[data-copy=link]")).hasText("Copied");
        assertThat(clipboard()).isEqualTo(qorpus().origin() + "/?entry=again.md%23what-is-tea");
    }

    @Test
    void unansweredEntrySaysSo() {
        tab.open("/?entry=again.md%23who-grows-tea");
        assertThat(tab.find(".entry .badge")).hasText("No answer written yet");
    }

    @Test
    void wholeAnswerOfAHitIsDrawnAlike() {
        tab.open("/?q=what can an answer hold");
        tab.hit(1).locator("[data-toggle=answer]").click();
        assertThat(tab.hit(1).locator(".formula")).hasCount(2);
        assertThat(tab.hit(1).locator(".hljs-keyword").first()).hasText("def");
    }

    @Test
    void librariesAreLoadedOnlyWhereTheyAreNeeded() {
        tab.open("/?entry=again.md%23what-is-tea");
        assertThat(tab.find(".related-entries")).not().isEmpty();
        assertThat(tab.page().evaluate("() => performance.getEntriesByType('resource')"
                + ".filter((entry) => entry.name.includes('/lib/')).length")).isEqualTo(0);
    }

    @Test
    void keyboardGoesFromTheEntryToTheFieldAndThroughWhatIsInIt() {
        tab.open("/?entry=again.md%23what-is-tea");
        tab.find(".adjacent .next a").focus();
        tab.page().keyboard().press("Enter");
        assertThat(tab.find(".entry h2")).isFocused();
        tab.page().keyboard().press("Tab");
        assertThat(tab.find(".entry-tools .place")).isFocused();
        tab.page().keyboard().press("/");
        assertThat(tab.field()).isFocused();
    }

    @Test
    void nothingIsInTheWayOfAScreenReader() {
        tab.open(RICH);
        assertThat(tab.find(".answer .formula")).hasCount(2);
        assertThat(tab.find(".related-entries li").first()).isVisible();
        Axe.assertFindsNothing(tab.page());
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280, 1600})
    void nothingReachesPastTheScreen(int width, Browser browser) {
        tab.page().setViewportSize(width, 800);
        tab.open(RICH);
        assertThat(tab.find(".answer .formula")).hasCount(2);
        assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }
}
