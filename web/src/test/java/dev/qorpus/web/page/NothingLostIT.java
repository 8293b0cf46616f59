package dev.qorpus.web.page;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** From a list to an entry and back: the question stays, and the list is as it was left. */
class NothingLostIT extends OnSeed {

    private static final String QUESTION = "why is attention slow";

    @Test
    void theTitleOpensTheEntryWithTheQuestionAndThePassage() {
        tab.open("/?q=why+is+attention+slow");
        String title = tab.hit(2).locator("h3 a").innerText();
        tab.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true)).click();
        assertThat(tab.find(".entry h2")).containsText(title);
        assertThat(tab.field()).hasValue(QUESTION);
        assertThat(tab.find(".entry mark.passage").first()).isVisible();
        assertThat(tab.find(".entry [data-back]")).hasText(Pattern.compile("Back to \\d+\u00a0results"));
    }

    @Test
    void backReturnsToTheListAsItWas() {
        tab.open("/?q=why+is+attention+slow");
        tab.hit(2).locator("[data-toggle=why]").click();
        assertThat(tab.hit(2).locator(".why")).isVisible();
        tab.find("#more").click();
        assertThat(tab.find("#hits > .hit:visible")).hasCount(10);
        tab.page().evaluate("scrollTo(0, 900)");
        int at = scrolled();
        tab.hit(4).locator("h3 a").click();
        assertThat(tab.find(".entry h2")).isVisible();
        tab.find("[data-back]").click();
        assertThat(tab.find("#hits > .hit:visible")).hasCount(10);
        assertThat(tab.hit(2).locator(".why")).isVisible();
        assertThat(scrolled()).isEqualTo(at);
        assertThat(tab.hit(4).locator("h3 a")).isFocused();
    }

    private int scrolled() {
        return ((Number) tab.page().evaluate("Math.round(scrollY)")).intValue();
    }

    @Test
    void anotherModeLeavesTheEntryForTheList() {
        tab.open("/?q=why+is+attention+slow&entry=models.md%23q9-what-is-bytenet");
        assertThat(tab.find(".entry h2")).containsText("ByteNet");
        tab.find("#modes label[data-mode=lexical]").click();
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.field()).hasValue(QUESTION);
    }

    @Test
    void anUnknownEntryOrPathIsAPage() {
        tab.expect("status of 404");
        tab.open("/?q=a&entry=gone.md%23gone");
        assertThat(tab.find(".entry h2")).hasText("There is no such entry");
        assertThat(tab.find(".entry code")).hasText("gone.md#gone");
        tab.page().navigate(tab.origin() + "/notes/of/mine");
        assertThat(tab.find("main")).containsText("There is no such page");
        tab.find("main a").click();
        assertThat(tab.field()).isVisible();
    }

    @Test
    void nothingIsSaidOfAQuestionThatIsBeingTyped() {
        tab.open("/");
        tab.field().pressSequentially("who won the football cu");
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.find("#summary").innerText()).doesNotContain("nothing here answers");
        assertThat(tab.find("#count")).containsText("Probably nothing here answers that");
        assertThat(tab.find("#notice .note")).hasCount(0);
        tab.field().press("Enter");
        assertThat(tab.find("#notice .note")).containsText("Probably nothing here answers that");
    }

    @Test
    void oneWordOfTheCorpusAsksHowMuchThereIsAboutIt() {
        tab.open("/?q=softmax");
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.find("#notice")).not().containsText("nothing here answers");
    }

    @Test
    void keysAreListedAndTheThemeIsOnesOwn() {
        tab.open("/");
        tab.find("h1").click();
        tab.page().keyboard().press("?");
        assertThat(tab.find("#keys")).isVisible();
        tab.page().keyboard().press("Escape");
        assertThat(tab.find("#keys")).isHidden();
        String light = background();
        tab.find("#theme").selectOption("dark");
        assertThat(background()).isNotEqualTo(light);
        tab.open("/?view=status");
        assertThat(tab.find(".status h2")).isVisible();
        assertThat(background()).isNotEqualTo(light);
        tab.find("#theme").selectOption("light");
        assertThat(background()).isEqualTo(light);
    }

    private String background() {
        return (String) tab.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
