package dev.qorpus.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Completions from questions and headings while typing. */
class CompletionsIT extends OnSeed {

    private static final String ONE_HOT = "What is one-hot encoding and what are its limitations?";

    private Locator options() {
        return tab.find("#completions [role=option]");
    }

    private void press(String key) {
        tab.page().keyboard().press(key);
    }

    @Test
    void typingOffersWhatItMayBecome() {
        tab.open("/");
        tab.ask("what is one-h");
        // Of what was typed before there were more.
        assertThat(options()).hasText(new String[]{ONE_HOT});
        assertThat(options().locator("mark").allInnerTexts()).containsExactly("What", "is", "one", "h", "what");
        assertThat(tab.field()).hasAttribute("aria-expanded", "true");
        options().click();
        assertThat(tab.field()).hasValue(ONE_HOT);
        assertThat(tab.field()).isFocused();
        assertThat(tab.find("#completions")).isHidden();
        assertThat(tab.hit(1).locator("h3")).containsText(ONE_HOT);
        assertThat(tab.page()).hasTitle(ONE_HOT + " – Qorpus");
    }

    @Test
    void headingsAreOfferedAndMarkedAsSuch() {
        tab.open("/");
        tab.ask("pre-tr");
        assertThat(options().first()).hasText("Pre-Transformer Modelssection");
    }

    @Test
    void oneWrongLetterIsForgiven() {
        tab.open("/");
        tab.ask("flahsatt");
        assertThat(options().first()).containsText("FlashAttention");
    }

    @Test
    void keyboardChoosesAndTheFieldKeepsTheFocus() {
        tab.open("/");
        tab.ask("what is");
        assertThat(options()).hasCount(4);
        press("ArrowDown");
        press("ArrowDown");
        assertThat(options().nth(1)).hasAttribute("aria-selected", "true");
        assertThat(tab.field()).hasAttribute("aria-activedescendant", "completion-1");
        assertThat(tab.field()).isFocused();
        assertThat(tab.field()).hasValue("what is");
        press("ArrowUp");
        press("ArrowUp");
        assertThat(tab.find("#completions [aria-selected=true]")).hasCount(0);
        press("ArrowDown");
        String first = options().first().innerText();
        press("Enter");
        assertThat(tab.field()).hasValue(first);
        assertThat(tab.find("#completions")).isHidden();
        assertThat(tab.hit(1).locator("h3")).containsText(first);
        press("ArrowDown");
        assertThat(tab.hit(1)).isFocused();
    }

    @Test
    void arrowsGoOnFromTheLastCompletionToTheHits() {
        tab.open("/");
        tab.ask("what is one-h");
        assertThat(options()).hasCount(1);
        assertThat(tab.hit(1).locator("h3")).containsText(ONE_HOT);
        press("ArrowDown");
        press("ArrowDown");
        assertThat(tab.hit(1)).isFocused();
        assertThat(tab.find("#completions")).isHidden();
        press("ArrowUp");
        assertThat(tab.field()).isFocused();
        assertThat(tab.field()).hasValue("what is one-h");
    }

    @Test
    void aListThatSomebodyWalksInIsNotExchanged() {
        tab.open("/");
        tab.ask("what i");
        assertThat(options()).hasCount(4);
        List<Route> held = new ArrayList<>();
        tab.page().route("**/api/suggest?*", held::add);
        assertThat(tab.field()).isFocused();
        press("s");
        assertThat(tab.field()).hasValue("what is");
        tab.page().waitForCondition(() -> !held.isEmpty());
        press("ArrowDown");
        held.getLast().resume();
        assertThat(tab.find("#completions")).hasAttribute("aria-busy", "false");
        assertThat(options().first()).hasAttribute("aria-selected", "true");
    }

    @Test
    void escapeClosesThemBeforeItEmptiesTheField() {
        tab.open("/");
        tab.ask("what is");
        assertThat(options()).hasCount(4);
        press("Escape");
        assertThat(tab.find("#completions")).isHidden();
        assertThat(tab.field()).hasValue("what is");
        press("Escape");
        assertThat(tab.field()).hasValue("");
    }

    @Test
    void enterWithoutAChoiceAsksWhatWasTyped() {
        tab.open("/");
        tab.ask("what is");
        assertThat(options()).hasCount(4);
        press("Enter");
        assertThat(tab.find("#completions")).isHidden();
        assertThat(tab.field()).hasValue("what is");
        assertThat(tab.page()).hasURL(Pattern.compile(".*\\?q=what\\+is$"));
    }

    @Test
    void tabTakesTheChoiceAndMovesOn() {
        tab.open("/");
        tab.ask("what is one-h");
        assertThat(options()).hasCount(1);
        press("ArrowDown");
        press("Tab");
        assertThat(tab.field()).hasValue(ONE_HOT);
        assertThat(tab.field()).not().isFocused();
        assertThat(tab.hit(1).locator("h3")).containsText(ONE_HOT);
    }

    @Test
    void noHitIsEverCovered() {
        for (int width : List.of(1280, 390)) {
            tab.page().setViewportSize(width, 800);
            tab.open("/");
            tab.ask("what is");
            assertThat(options()).hasCount(4);
            assertThat(tab.hit(1)).isVisible();
            // A verdict above the hits would leave more room.
            assertThat(tab.find("#notice")).isEmpty();
            double bottom = tab.find("#completions").boundingBox().y + tab.find("#completions").boundingBox().height;
            assertThat(bottom).isLessThanOrEqualTo(tab.hit(1).boundingBox().y);
        }
    }

    @Test
    void theyOpenByTypingAloneAndGoWithTheFocus() {
        tab.open("/?q=what+is");
        tab.field().focus();
        press("End");
        assertThat(tab.find("#completions")).isHidden();
        tab.page().keyboard().type(" one");
        assertThat(options()).hasCount(1);
        tab.find("header h1").hover();
        tab.find("#count").click();
        assertThat(tab.find("#completions")).isHidden();
    }
}
