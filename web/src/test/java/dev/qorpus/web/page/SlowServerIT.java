package dev.qorpus.web.page;

import java.util.List;

import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** With a slow server, progress is shown, and answers to earlier questions are not. */
class SlowServerIT extends OnSeed {

    /** Holds all answers back until {@code release()} is called. */
    private static final String HOLDING_BACK = """
            (() => {
              const fetch = window.fetch;
              const released = new Promise((resolve) => { window.release = resolve; });
              window.asked = [];
              window.fetch = async (address, options) => {
                if (new URL(address, location.href).pathname !== '/api/search') return fetch(address, options);
                window.asked.push(address);
                await released;
                return fetch(address, options);
              };
            })();
            """;

    private static final String WATCH = """
            () => {
              window.shown = [];
              new MutationObserver(() => {
                const first = document.querySelector('.hit h3');
                if (first) window.shown.push(first.textContent);
              }).observe(document.getElementById('hits'), { childList: true });
            }
            """;

    @Test
    void waitingIsShownAndOnlyTheLastAnswerIs() {
        tab.page().addInitScript(HOLDING_BACK);
        tab.open("/");
        tab.page().evaluate(WATCH);
        tab.type("what is byt");
        assertThat(tab.find("main")).hasAttribute("aria-busy", "true");
        assertThat(tab.find("#completions")).isVisible();
        tab.page().waitForFunction("() => getComputedStyle(document.getElementById('progress')).opacity === '1'");
        tab.type("flashattention");
        tab.page().evaluate("() => window.release()");
        assertThat(tab.hit(1).locator("h3")).containsText("FlashAttention");
        assertThat(tab.find("main")).hasAttribute("aria-busy", "false");
        assertThat((List<?>) tab.page().evaluate("() => window.shown"))
                .allSatisfy(shown -> assertThat(shown.toString()).contains("FlashAttention"));
    }

    @Test
    void questionsBetweenAreNotAsked() {
        tab.page().addInitScript(HOLDING_BACK);
        tab.open("/");
        tab.type("what is one-hot encoding and what are its limitations");
        tab.page().evaluate("() => window.release()");
        assertThat(tab.hit(1).locator("h3")).containsText("one-hot");
        int asked = ((List<?>) tab.page().evaluate("() => window.asked")).size();
        assertThat(asked).isLessThan(40);
    }
}
