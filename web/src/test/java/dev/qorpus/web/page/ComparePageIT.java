package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The comparison of modes: choice, costs, similarity and reasons. */
class ComparePageIT extends OnSeed {

    private static final String COMPARED = "/?mode=compare&q=why+does+my+network+forget+the+beginning+of+a+long+text";
    private static final String LADDER = "&modes=one-hot,bag-of-words,tf-idf,bm25,minilm,late,hybrid";

    /** Holds the status back until {@code release()} is called. */
    private static final String HOLDING_STATUS_BACK = """
            (() => {
              const fetch = window.fetch;
              const released = new Promise((resolve) => { window.release = resolve; });
              window.fetch = async (address, options) => {
                if (new URL(address, location.href).pathname === '/api/status') await released;
                return fetch(address, options);
              };
            })();
            """;

    @TempDir
    Path folder;

    @Test
    void theWholeLadderIsOneClickAndOneStepBack() {
        tab.open(COMPARED);
        assertThat(tab.find(".column")).hasCount(3);
        tab.find(".choice summary").click();
        tab.find(".choice .all").click();
        assertThat(tab.find(".column h3")).hasText(
                new String[]{"one-hot", "bag-of-words", "tf-idf", "bm25", "minilm", "late", "Hybrid"});
        Assertions.assertThat(tab.address()).endsWith(LADDER);
        assertThat(tab.find(".agreement td[data-pair]")).hasCount(42);
        assertThat(tab.find(".column .cost").first()).containsText("ms an entry");
        tab.page().goBack();
        assertThat(tab.find(".column")).hasCount(3);
    }

    @Test
    void theChoiceIsOfferedAlsoWhenTheListsCameFirst() {
        tab.page().addInitScript(HOLDING_STATUS_BACK);
        tab.page().navigate(qorpus().origin() + COMPARED);
        assertThat(tab.find(".column")).hasCount(3);
        assertThat(tab.find(".choice")).hasCount(0);
        tab.page().evaluate("() => window.release()");
        assertThat(tab.find(".choice")).hasCount(1);
    }

    @Test
    void anyTwoCanBeTickedButNotFewer() {
        tab.open(COMPARED);
        tab.find(".choice summary").click();
        tab.find("[name=compared][value=hybrid]").click();
        assertThat(tab.find(".column h3")).hasText(new String[]{"Lexical", "Dense"});
        assertThat(tab.find("[name=compared][value=lexical]")).isDisabled();
        tab.find("[name=compared][value=tf-idf]").click();
        assertThat(tab.find(".column h3")).hasText(new String[]{"Lexical", "Dense", "tf-idf"});
    }

    @Test
    void linesJoinThePlacesOfAnEntry() {
        tab.open(COMPARED);
        assertThat(tab.find(".rank-links path").first()).isAttached();
        tab.find("[data-column=dense] li a").first().focus();
        assertThat(tab.find(".rank-links path.same").first()).isAttached();
    }

    @Test
    void nearestWordsShowWhatMeaningSees() {
        tab.open(COMPARED);
        tab.find("#moves [data-toggle=words]").first().click();
        assertThat(tab.find("#moves .pairs li").first()).containsText("is nearest to");
    }

    @Test
    void whatIsComparedCanBeSavedAsATable() throws IOException {
        tab.open(COMPARED);
        Download download = tab.page().waitForDownload(() -> tab.find(".export-links button").nth(1).click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("comparison.csv");
        Assertions.assertThat(Files.readString(download.path()))
                .startsWith("id,question,lexical,dense,hybrid,reason\r\n").contains("models.md#");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDTH, 390})
    void whatIsComparedCanBeSavedAsAPageOfOneFile(int width, Browser browser) throws IOException {
        tab.open(COMPARED);
        Download download = tab.page().waitForDownload(() -> tab.find(".export-links a").first().click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        try (Tab saved = new Tab(browser, "file://", new Browser.NewContextOptions().setViewportSize(width, HEIGHT))) {
            saved.page().navigate(file.toUri().toString());
            assertThat(saved.find("#asked")).hasText("why does my network forget the beginning of a long text");
            assertThat(saved.find(".column h3")).hasText(new String[]{"Lexical", "Dense", "Hybrid"});
            assertThat(saved.find("#moves .reason").first()).isVisible();
            saved.find("[data-column=dense] li [tabindex]").first().focus();
            assertThat(saved.find(".column .same").first()).isVisible();
            Axe.assertFindsNothing(saved.page());
            saved.assertNothingWentWrong();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDTH, 390})
    void axeFindsNothingOnTheLadder(int width) {
        tab.page().setViewportSize(width, HEIGHT);
        tab.open(COMPARED + LADDER);
        assertThat(tab.find(".column")).hasCount(7);
        tab.find("#moves [data-toggle=words]").first().click();
        assertThat(tab.find("#moves .pairs li").first()).isVisible();
        Axe.assertFindsNothing(tab.page());
    }
}
