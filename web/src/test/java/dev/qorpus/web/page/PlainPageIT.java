package dev.qorpus.web.page;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Asking in a browser that runs no scripts. */
class PlainPageIT extends OnSeed {

    @Test
    void theFormAnswersWithHitsOfTheServer(Browser browser) {
        try (Tab plain = new Tab(browser, qorpus().origin(),
                new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            plain.page().navigate(qorpus().origin() + "/");
            assertThat(plain.find("#ask")).isHidden();
            plain.find("main input[name=q]").fill("gates against the vanishing gradient");
            plain.find("main button").first().click();
            assertThat(plain.find("#hits .hit h3").first()).containsText("LSTM");
            assertThat(plain.find("#hits .snippet").first()).isVisible();
            plain.find("#hits summary").first().click();
            assertThat(plain.find("#hits details p").first()).isVisible();
            plain.find("#q").fill("{{main}}<b>&\" who won the football cup");
            plain.find("#ask button").click();
            assertThat(plain.find("#q")).hasValue("{{main}}<b>&\" who won the football cup");
            assertThat(plain.find("#summary")).containsText("Probably nothing here answers that");
            assertThat(plain.find("b")).hasCount(0);
        }
    }
}
