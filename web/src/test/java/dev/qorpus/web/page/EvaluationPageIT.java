package dev.qorpus.web.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.json.EvaluationView;
import dev.qorpus.web.json.EvaluationView.Asked;
import dev.qorpus.web.json.EvaluationView.Bin;
import dev.qorpus.web.json.EvaluationView.Figures;
import dev.qorpus.web.json.EvaluationView.Missed;
import dev.qorpus.web.json.EvaluationView.Pair;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The report of an evaluation, opened as a file, with questions that attack it. */
@ExtendWith(Chromium.class)
class EvaluationPageIT {

    private static final String ATTACK = "</script><script>window.__hacked=1</script><img src=x onerror=window.__hacked=1>"
            + " {{data}} <!--";

    @TempDir
    Path folder;

    @Test
    void oneFileShowsFiguresChartsAndMisses(Browser browser) {
        Path file = folder.resolve("report.html");
        EvaluationPage.write(evaluation(), file);
        try (Page page = browser.newPage()) {
            List<String> incidents = new ArrayList<>();
            page.onRequest(request -> incidents.add(request.url()));
            page.onConsoleMessage(message -> incidents.add(message.text()));
            page.onPageError(incidents::add);
            page.navigate(file.toUri().toString());
            assertThat(page.locator("#figures tr")).hasCount(3);
            assertThat(page.locator("#figures")).containsText("0.7500");
            assertThat(page.locator("#duel canvas")).hasCount(1);
            assertThat(page.locator("#reliability canvas")).hasCount(1);
            assertThat(page.locator("#extremes")).containsText(ATTACK);
            assertThat(page.locator("#misses")).containsText("no word in common");
            page.locator("#missed").selectOption("lexical");
            assertThat(page.locator("#reasons")).hasText("None.");
            page.locator("#other").selectOption("hybrid");
            assertThat(page.locator("#extremes tr")).hasCount(1);
            assertThat(page.locator("main img, main script")).hasCount(0);
            assertThat(page.evaluate("window.__hacked === undefined")).isEqualTo(true);
            page.setViewportSize(360, 800);
            int wide = (int) page.evaluate("document.documentElement.scrollWidth");
            assertThat(wide).as("the page itself does not scroll sideways").isLessThanOrEqualTo(360);
            Axe.assertFindsNothing(page);
            assertThat(incidents).as("requests and complaints").containsExactly(file.toUri().toString());
        }
    }

    private static EvaluationView evaluation() {
        Figures figures = new Figures(0.75, 0.5, 0.5, 1, 1, 1, 0, 0, 3.2, 0.1, 0.2,
                List.of(new Bin(1, 0.2, 0), new Bin(1, 0.9, 1)));
        return new EvaluationView(ATTACK, 2, 0, Map.of("lexical", figures, "hybrid", figures),
                List.of(new Pair("lexical", "hybrid", -0.5, 0, 1, 0.5)),
                List.of(new Asked("q1", ATTACK, Map.of("lexical", 0.5, "hybrid", 1.0)),
                        new Asked("q2", "harmless", Map.of("lexical", 1.0, "hybrid", 1.0))),
                Map.of("lexical", List.of(), "hybrid",
                        List.of(new Missed("q1", ATTACK, "no word in common", ATTACK, "a", 2, "b", 0.4))));
    }
}
