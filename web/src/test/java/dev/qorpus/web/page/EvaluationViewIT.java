package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The evaluation view: figures, differences of two modes, and links to the questions. */
class EvaluationViewIT extends OnSeed {

    private static final String VIEW = "/?view=evaluation";
    private static final double PATIENCE_MS = 120_000;

    /** Waits until all modes are evaluated. */
    private void open(String path) {
        tab.open(path);
        tab.find(".figures").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        tab.find(".bars canvas").waitFor();
    }

    @Test
    void figuresAreThoseOfTheCommandAndQuestionsLeadToTheirLists() {
        open(VIEW);
        assertThat(tab.find(".figures tbody th")).hasText(new String[]{"Lexical", "Dense", "Hybrid"});
        assertThat(tab.find(".evaluation [role=status]")).containsText("185 questions that something answers, 34");
        assertThat(tab.find(".mode-diff p").nth(1))
                .hasText(Pattern.compile("Hybrid is better on \\d+, worse on \\d+ and as good on \\d+: .*"));
        Locator won = tab.find("[data-better=hybrid] li").first();
        String question = won.locator("a").innerText();
        won.locator("a").click();
        assertThat(tab.find(".column")).hasCount(2);
        assertThat(tab.field()).hasValue(question);
        tab.page().goBack();
        assertThat(tab.find(".figures")).isVisible();
    }

    @Test
    void barsAreQuestions() {
        open(VIEW + "&one=lexical&other=dense");
        tab.find(".bars .u-over").hover(new Locator.HoverOptions().setPosition(4, 30));
        assertThat(tab.find(".hint")).not().containsText("Each bar is a question");
        String hint = tab.find(".hint").innerText();
        tab.find(".bars .u-over").click(new Locator.ClickOptions().setPosition(4, 30));
        assertThat(tab.find(".column h3")).hasText(new String[]{"Dense", "Lexical"});
        Assertions.assertThat(hint).startsWith(tab.field().inputValue());
    }

    @Test
    void aModeTickedIsMeasuredTooAndBothLooksCanBeLinkedTo() {
        open(VIEW);
        tab.find(".choice summary").click();
        tab.find("[name=compared][value=one-hot]").click();
        assertThat(tab.find(".figures tbody tr[data-mode=one-hot]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        tab.find("select[name=other]").selectOption("one-hot");
        assertThat(tab.find("[data-better=one-hot] h4")).containsText("one-hot does better");
        Assertions.assertThat(tab.address()).contains("modes=lexical,dense,hybrid,one-hot").contains("other=one-hot");
    }

    @Test
    void everythingCanBeTakenAlong() throws IOException {
        open(VIEW);
        Download page = tab.page().waitForDownload(() -> tab.find(".export-links a").click());
        Assertions.assertThat(page.suggestedFilename()).isEqualTo("evaluation.html");
        Assertions.assertThat(Files.readString(page.path())).contains("<title>Qorpus evaluation</title>");
        Download table = tab.page().waitForDownload(() -> tab.find(".export-links button").nth(1).click());
        Assertions.assertThat(Files.readAllLines(table.path())).hasSize(1 + 185).first().asString()
                .startsWith("query,text,lexical rank,lexical ndcg@10,");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDTH, 390})
    void axeFindsNothing(int width) {
        tab.page().setViewportSize(width, HEIGHT);
        open(VIEW);
        Assertions.assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Axe.assertFindsNothing(tab.page());
    }
}
