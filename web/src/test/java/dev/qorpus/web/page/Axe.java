package dev.qorpus.web.page;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe-core finds on a page as it stands. */
final class Axe {

    private Axe() {}

    static void assertFindsNothing(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(violations(page)).extracting(Axe::text).as("violations in %s", scheme).isEmpty();
        }
    }

    /** In the page itself: otherwise axe opens another for its report. */
    private static List<Rule> violations(Page page) {
        AxeRunOptions onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(onlyViolations).analyze().getViolations();
    }

    private static String text(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
