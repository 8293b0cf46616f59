package dev.qorpus.web.page;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Findings and status, and the way to them. */
class StatePagesIT extends InBrowser {

    @RegisterExtension
    static final ServedCorpus CORPUS = new ServedCorpus(RichCorpus::write);

    @Override
    Qorpus qorpus() {
        return CORPUS.qorpus();
    }

    @Test
    void findingsAreGroupedByRuleAndSayHowToMendThem() {
        tab.open("/");
        tab.find("#views").getByText("Findings").click();
        assertThat(tab.find(".findings h2")).isFocused();
        assertThat(tab.find(".findings [role=status]")).containsText("findings in 2 files with 7 entries.");
        Locator unanswered = tab.find("[data-rule=question-without-answer]");
        assertThat(unanswered.locator("h3")).hasText(Pattern.compile("Question without answer.*warning.*1"));
        assertThat(unanswered.locator(".mend")).containsText("Write the answer under the question");
        assertThat(unanswered.locator(".place")).hasText("again.md:6");
        assertThat(tab.find("[data-rule=broken-anchor] .place")).hasText("again.md:8");
        assertThat(tab.find("#views [aria-current]")).hasText("Findings");
        unanswered.locator("a.place").click();
        assertThat(tab.find(".entry h2")).hasText("Who grows tea?");
        // At once, before the address contains what was typed.
        tab.page().goBack();
        assertThat(tab.find(".findings h2")).isVisible();
    }

    @Test
    void findingsAreNarrowedByRuleAndFileInTheAddress() {
        tab.open("/?view=findings");
        tab.find(".choose").getByText("Duplicate question").first().click();
        assertThat(tab.find(".rule")).hasCount(1);
        assertThat(tab.page()).hasURL(qorpus().origin() + "/?view=findings&rule=duplicate-question");
        tab.open("/?view=findings&file=maths/rich.md");
        assertThat(tab.find(".rule .place").getByText("again.md")).hasCount(0);
        tab.find(".choose").getByText("All").last().click();
        assertThat(tab.find("[data-rule=broken-anchor]")).isVisible();
        tab.expect("status of 400");
        tab.open("/?view=findings&rule=nope");
        assertThat(tab.find("#notice .problem")).containsText("there is no rule 'nope'");
    }

    @Test
    void aQuestionLeavesTheViewAndTheKeyboardReachesIt() {
        tab.open("/?view=findings");
        tab.page().keyboard().press("/");
        tab.page().keyboard().type("what is tea");
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.find(".findings")).hasCount(0);
        tab.page().goBack();
        assertThat(tab.find(".findings h2")).isVisible();
    }

    @Test
    void statusTellsOfIndexModelsLatencyAndMemory() {
        tab.open("/?q=tea");
        tab.find("#views").getByText("Status").click();
        Locator status = tab.find(".status");
        assertThat(status).containsText("7, 1 without an answer");
        assertThat(status).containsText(Pattern.compile("on disk\\s*\\d+\\.\\d.kB"));
        assertThat(status.locator("section[aria-label=Models] tbody tr")).hasText(Pattern.compile("minilm\\s*384"));
        assertThat(status.locator("section[aria-label^=Latency] tbody")).containsText("/api/search");
        assertThat(status).containsText(Pattern.compile("memory\\s*\\d+\\.\\d.MB"));
        assertThat(status).containsText(Pattern.compile("up for\\s*\\d+.(second|minute)"));
        assertThat(tab.page()).hasTitle("Status – Qorpus");
    }

    @Test
    void nothingIsInTheWayOfAScreenReader() {
        for (String path : new String[]{"/?view=findings", "/?view=status"}) {
            tab.open(path);
            assertThat(tab.find("#view section").first()).isVisible();
            Axe.assertFindsNothing(tab.page());
        }
    }

    @Test
    void nothingReachesPastANarrowScreen() {
        tab.page().setViewportSize(390, 800);
        for (String path : new String[]{"/?view=findings", "/?view=status"}) {
            tab.open(path);
            assertThat(tab.find("#view section").first()).isVisible();
            assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        }
    }
}
