package dev.qorpus.web.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A server that was not started for judging shows nothing of it. */
class NotJudgingIT extends OnSeed {

    @ParameterizedTest
    @ValueSource(strings = {"/?q=attention", "/?q=attention&mode=compare"})
    void nothingOfItIsSeen(String path) {
        tab.page().waitForResponse(response -> response.url().contains("api/judgments"), () -> tab.open(path));
        assertThat(tab.find("#hits > .hit, .column li").first()).isVisible();
        assertThat(tab.find(".judge")).hasCount(0);
        assertThat(tab.find("#judged, #judge-message, .unanswered")).hasCount(0);
        tab.find("#hits > .hit, .column li a").first().focus();
        tab.page().keyboard().press("1");
        assertThat(tab.find("#judge-message")).hasCount(0);
    }

    @Test
    void findingsListNothingToWriteNext() {
        tab.page().waitForResponse(response -> response.url().contains("api/unanswered"),
                () -> tab.open("/?view=findings"));
        assertThat(tab.find(".findings h2")).isVisible();
        assertThat(tab.find(".unanswered")).hasCount(0);
    }
}
