package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
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
        tab.find(".bars svg").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
    }

    @Test
    void figuresAreThoseOfTheCommandAndQuestionsLeadToTheirLists() {
        open(VIEW);
        assertThat(tab.find("section.figures tbody th")).hasText(new String[]{"Lexical", "Dense", "Hybrid"});
        assertThat(tab.find(".evaluation [role=status]")).containsText("185 questions that something answers, 34");
        assertThat(tab.find(".mode-diff p").nth(1))
                .hasText(Pattern.compile("Hybrid is better on \\d+, worse on \\d+ and as good on \\d+: .*"));
        Locator won = tab.find("[data-better=hybrid] li").first();
        String question = won.locator("a").innerText();
        won.locator("a").click();
        assertThat(tab.find(".column")).hasCount(2);
        assertThat(tab.field()).hasValue(question);
        tab.page().goBack();
        assertThat(tab.find("section.figures")).isVisible();
    }

    @Test
    void barsAreQuestions() {
        open(VIEW + "&one=lexical&other=dense");
        tab.find(".bars svg").hover(new Locator.HoverOptions().setPosition(4, 30));
        assertThat(tab.find(".hint")).not().containsText("Each bar is a question");
        String hint = tab.find(".hint").innerText();
        tab.find(".bars svg").click(new Locator.ClickOptions().setPosition(4, 30));
        assertThat(tab.find(".column h3")).hasText(new String[]{"Dense", "Lexical"});
        Assertions.assertThat(hint).startsWith(tab.field().inputValue());
    }

    @Test
    void gainsAndLossesHaveColoursOfTheirOwnAndTheHintIsWhole() {
        open(VIEW);
        assertThat(tab.find(".bars .gain")).hasCSS("fill", "rgb(10, 107, 87)");
        assertThat(tab.find(".bars .loss")).hasCSS("fill", "rgb(179, 80, 28)");
        assertThat(tab.find("[data-better=hybrid] .key.gain")).isVisible();
        assertThat(tab.find("[data-better=lexical] .key.loss")).isVisible();
        tab.find(".bars svg").hover(new Locator.HoverOptions().setPosition(4, 30));
        assertThat(tab.find(".hint")).containsText("Lexical");
        Assertions.assertThat(tab.find(".hint").evaluate("(hint) => hint.scrollWidth <= hint.clientWidth"))
                .isEqualTo(true);
    }

    @Test
    void calibrationSignificanceAndMissesAreAsInTheFile() {
        open(VIEW);
        assertThat(tab.find(".significance tbody tr")).hasCount(3);
        assertThat(tab.find(".reliability circle")).hasCount(tab.find(".bins tbody tr").count());
        tab.find("select[name=missed]").selectOption("lexical");
        assertThat(tab.find(".misses > li")).hasCount(10);
        assertThat(tab.find(".reasons")).containsText("no word in common");
        tab.find(".missed .link-like").click();
        assertThat(tab.find(".misses > li")).not().hasCount(10);
        tab.find(".misses > li > a").first().click();
        assertThat(tab.page()).hasURL(Pattern.compile(".*\\?q=.*mode=lexical"));
    }

    @Test
    void columnsAreChosen() {
        tab.page().setViewportSize(390, HEIGHT);
        open(VIEW);
        assertThat(tab.find("section.figures thead th"))
                .hasText(new String[]{"Mode", "Ranking nDCG@10", "First is right hit@1", "Time median"});
        tab.find(".columns summary").click();
        tab.find("[name=column][value='wronglyRefused']").click();
        assertThat(tab.find("section.figures thead th").nth(3)).hasText("Wrongly refused");
        tab.find("[name=column][value='p50Millis']").click();
        assertThat(tab.find("section.figures thead th")).hasCount(4);
    }

    @Test
    void chartsAreOnPaper() {
        open(VIEW);
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(tab.find(".bars .gain")).isVisible();
        assertThat(tab.find(".reliability")).isVisible();
    }

    @Test
    void aModeTickedIsMeasuredTooAndBothLooksCanBeLinkedTo() {
        open(VIEW);
        tab.find(".choice summary").click();
        tab.find("[name=compared][value=one-hot]").click();
        assertThat(tab.find("section.figures tbody tr[data-mode=one-hot]"))
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
