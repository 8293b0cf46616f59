package dev.qorpus.web.page;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Modes, filters, the keyboard, and the address with its history. */
class GetAroundIT extends OnSeed {

    private static final String ATTENTION = "attention";

    private Locator mode(String name) {
        return tab.find("[data-mode=" + name + "]");
    }

    /** The address follows typing after a pause. */
    private void assertAddress(String expected) {
        assertThat(tab.page()).hasURL(qorpus().origin() + expected);
    }

    @Test
    void modesSwitchAndStayInTheAddress() {
        tab.open("/?q=attention");
        String hybrid = tab.hit(1).locator(".score").innerText();
        mode("lexical").click();
        assertThat(tab.hit(1).locator(".score")).not().hasText(hybrid);
        assertAddress("/?q=attention&mode=lexical");
        assertThat(tab.hit(1).locator("[data-rank=lexical]")).hasText("words #1");
        mode("dense").click();
        assertThat(tab.hit(1).locator("[data-rank=dense]")).hasText("meaning #1");
        assertAddress("/?q=attention&mode=dense");
        mode("hybrid").click();
        assertThat(tab.hit(1).locator(".score")).hasText(hybrid);
        assertAddress("/?q=attention");
    }

    @Test
    void sideBySideShowsThreeListsAndWhatMoved() {
        tab.open("/?q=" + AskPageIT.ONE_HOT);
        mode("compare").click();
        assertThat(tab.find(".column h3")).hasText(new String[]{"Lexical", "Dense", "Hybrid"});
        assertThat(tab.find("#overlap li")).hasCount(3);
        assertThat(tab.find(".column").nth(1).locator("li").first()).containsText("What is one-hot encoding");
        assertThat(tab.find("#moves .reason").first()).isVisible();
        assertThat(tab.find("#hits > .hit")).hasCount(0);
    }

    @Test
    void entryPointedAtIsShownInAllLists() {
        tab.open("/?mode=compare&q=" + AskPageIT.ONE_HOT);
        tab.find(".column").nth(1).locator("li").first().hover();
        assertThat(tab.find(".column .same")).hasCount(3);
        assertThat(tab.find(".column").nth(0).locator(".same .move")).hasText(Pattern.compile("[▲▼]\\d+|="));
        tab.find("header h1").hover();
        assertThat(tab.find(".column .same")).hasCount(0);
    }

    @Test
    void entryOfAListOpensAndBackReturnsToTheLists() {
        tab.open("/?mode=compare&q=" + AskPageIT.ONE_HOT);
        tab.find(".column li a").first().click();
        assertThat(tab.find(".entry .answer")).not().isEmpty();
        tab.page().goBack();
        assertThat(tab.find(".column")).hasCount(3);
    }

    @Test
    void keyboardReachesEverything() {
        tab.open("/?q=attention");
        tab.field().focus();
        tab.page().keyboard().press("ArrowDown");
        assertThat(tab.hit(1)).isFocused();
        tab.page().keyboard().press("ArrowDown");
        assertThat(tab.hit(2)).isFocused();
        tab.page().keyboard().press("Enter");
        assertThat(tab.hit(2).locator(".answer")).isVisible();
        tab.page().keyboard().press("Enter");
        assertThat(tab.hit(2).locator(".answer")).isHidden();
        tab.page().keyboard().press("ArrowUp");
        tab.page().keyboard().press("ArrowUp");
        assertThat(tab.field()).isFocused();
    }

    @Test
    void slashGoesToTheFieldAndEscapeEmptiesIt() {
        tab.open("/?q=attention");
        tab.hit(3).locator("[data-toggle=why]").focus();
        tab.page().keyboard().press("Escape");
        assertThat(tab.field()).isFocused();
        tab.hit(3).locator("[data-toggle=why]").focus();
        tab.page().keyboard().press("/");
        assertThat(tab.field()).isFocused();
        assertThat(tab.field()).hasValue(ATTENTION);
        tab.page().keyboard().press("Escape");
        assertThat(tab.field()).hasValue("");
        assertThat(tab.find("#start")).isVisible();
        tab.page().keyboard().type("a/b");
        assertThat(tab.field()).hasValue("a/b");
    }

    @Test
    void backGoesThroughWhatWasMeantNotThroughWhatWasTyped() {
        tab.open("/");
        tab.ask("one-hot");
        tab.field().press("Enter");
        assertThat(tab.hit(1).locator("h3")).containsText("one-hot");
        tab.ask("flashattention");
        assertAddress("/?q=flashattention");
        assertThat(tab.hit(1).locator("h3")).containsText("FlashAttention");
        tab.page().goBack();
        assertThat(tab.field()).hasValue("one-hot");
        assertThat(tab.hit(1).locator("h3")).containsText("one-hot");
        tab.page().goBack();
        assertThat(tab.field()).hasValue("");
        assertThat(tab.find("#start")).isVisible();
        tab.page().goForward();
        assertThat(tab.hit(1).locator("h3")).containsText("one-hot");
    }

    @Test
    void addressShowsTheSameToWhoeverItIsSentTo() {
        tab.open("/?q=attention");
        mode("lexical").click();
        tab.pick("type", "Deep");
        assertAddress("/?q=attention&mode=lexical&filter=type=Deep");
        tab.find("main[aria-busy=false]").waitFor();
        assertThat(tab.find(".hit .section").first()).containsText("Deep");
        String address = tab.address();
        String shown = tab.find("#hits").innerText();
        tab.open("/");
        tab.open(address);
        assertThat(tab.field()).hasValue(ATTENTION);
        assertThat(mode("lexical").locator("input")).isChecked();
        assertThat(tab.find("#picked")).hasText("type: Deep");
        assertThat(tab.find("#hits").innerText()).isEqualTo(shown);
    }
}
