package dev.qorpus.web.page;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Checks every state of the page with axe-core, in light and dark. */
class AccessibilityIT extends OnSeed {

    @Test
    void axeFindsNothingWhileTypingAndChoosing() {
        tab.open("/");
        tab.ask("what is");
        assertThat(tab.find("#completions [role=option]")).hasCount(4);
        tab.page().keyboard().press("ArrowDown");
        Axe.assertFindsNothing(tab.page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=attention", "/?q=attention&filter=type=Deep&filter=type=Basic&filter=section=x"})
    void axeFindsNothingInTheFilters(String path) {
        tab.expect("status of 4");
        tab.open(path);
        Axe.assertFindsNothing(tab.page());
        tab.find("#filters-toggle").click();
        assertThat(tab.find("[data-facet=type] .value").first()).isVisible();
        Axe.assertFindsNothing(tab.page());
    }

    @Test
    void axeFindsNothingInWhatWasAskedBefore() {
        tab.open("/");
        tab.ask("what is ByteNet?");
        tab.page().keyboard().press("Enter");
        assertThat(tab.hit(1)).isVisible();
        tab.find("header h1 a").click();
        assertThat(tab.find(".recent .again")).hasCount(1);
        Axe.assertFindsNothing(tab.page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=attention", "/?q=what+is+one-hot+encoding", "/?q=attention&mode=compare",
            "/?q=token+budget", "/?q=pizza&mode=lexical&filter=type=Deep",
            "/?entry=models.md%23q3-what-is-the-bag-of-words-bow-model",
            "/?entry=models.md%23q23-how-is-a-model-trained-or-adapted-using-abf",
            "/?view=findings", "/?view=status"})
    void axeFindsNothing(String path) {
        tab.open(path);
        for (String panel : List.of("answer", "why", "related")) {
            tab.find(".hit:first-child [data-toggle=" + panel + "][aria-expanded=false]").all()
                    .forEach(toggle -> toggle.click());
        }
        tab.page().waitForFunction(
                "() => ![...document.querySelectorAll('.panel')].some((p) => !p.hidden && !p.firstChild)");
        Axe.assertFindsNothing(tab.page());
    }
}
