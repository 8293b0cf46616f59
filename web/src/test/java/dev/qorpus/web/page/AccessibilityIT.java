package dev.qorpus.web.page;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe-core checks, on every state of the page, in light and in dark. */
class AccessibilityIT extends OnSeed {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=attention", "/?q=what+is+one-hot+encoding", "/?q=attention&mode=compare",
            "/?q=token+budget", "/?q=pizza&mode=lexical&filter=type=Deep",
            "/?entry=models.md%23q3-what-is-the-bag-of-words-bow-model"})
    void axeFindsNothing(String path) {
        tab.open(path);
        for (String panel : List.of("answer", "why", "related")) {
            tab.find(".hit:first-child [data-toggle=" + panel + "][aria-expanded=false]").all()
                    .forEach(toggle -> toggle.click());
        }
        tab.page().waitForFunction(
                "() => ![...document.querySelectorAll('.panel')].some((p) => !p.hidden && !p.firstChild)");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(violations()).extracting(AccessibilityIT::text).as("violations in %s", scheme).isEmpty();
        }
    }

    /** In the page itself: otherwise axe opens another for its report. */
    private List<Rule> violations() {
        AxeRunOptions onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        return new AxeBuilder(tab.page()).setLegacyMode(true).options(onlyViolations).analyze().getViolations();
    }

    private static String text(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
