package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.evaluate.Measures;
import dev.qorpus.search.evaluate.Outcome;
import dev.qorpus.search.evaluate.RankingFailure;
import dev.qorpus.search.evaluate.Significance;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.web.json.evaluation.EvaluationView;

import static org.assertj.core.api.Assertions.assertThat;

/** The evaluation report, opened from a file. */
@ExtendWith(Chromium.class)
class EvaluationPageIT {

    private static final String HOSTILE = "</script><!--<script><img src=x onerror=alert(1)>{{script}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void showsItsFiguresAndNothingElseHappens(int width, ColorScheme scheme, Browser browser) throws IOException {
        Path file = folder.resolve("deep/report.html");
        EvaluationPage.write(EvaluationView.of(evaluation()), file);
        assertThat(Files.readString(file)).doesNotContain("</script><!--");
        try (Tab tab = new Tab(browser, "file://",
                new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))) {
            tab.page().navigate(file.toUri().toString());
            tab.find(".columns summary").click();
            for (Locator column : tab.find("[name=column]").all()) {
                column.check();
            }
            assertThat(tab.find("section.figures").innerText()).contains("Lexical", "Hybrid", "0.667", "0.333",
                    "3.5\u00a0kB", "13\u00a0ms");
            assertThat(tab.find(".significance").innerText()).contains("Hybrid − Lexical", "0.0312", "hardly");
            assertThat(tab.find(".bars svg").count()).isEqualTo(1);
            assertThat(tab.find(".bins").innerText()).contains("0.80");
            assertThat(tab.find(".missed").innerText()).contains(HOSTILE, "a near tie", "right#1 (at 2)");
            tab.find("[name=believed]").selectOption("lexical");
            assertThat(tab.find(".bins").innerText()).contains("0.40").doesNotContain("0.80");
            assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            Axe.assertFindsNothing(tab.page());
            tab.assertNothingWentWrong();
        }
    }

    private static Evaluation evaluation() {
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        outcomes.put("hybrid", outcomes(2, 0.8));
        outcomes.put("lexical", outcomes(1, 0.4));
        return new Evaluation(HOSTILE, 3, 0, outcomes,
                List.of(new Significance("hybrid", "lexical", 1 / 3.0, 1, 0, 2, 0.0312)),
                Map.of("hybrid", new ModeCost(3_456, 12.5), "lexical", new ModeCost(300, 0.1)));
    }

    private static List<Outcome> outcomes(int right, double confidence) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean hit = i < right;
            double one = hit ? 1 : 0;
            RankingFailure miss = new RankingFailure(RankingFailure.Reason.NEAR_TIE, "came 2", "wrong#1", "right#1", 2,
                    List.of(new RankingFailure.Placed("right#1", 2, 1, 3)));
            outcomes.add(new Outcome(new JudgedQuery("q" + i, HOSTILE), List.of("wrong#1", "right#1"),
                    List.of(0.51, 0.5), new Measures(one, one, one, one, one, one), confidence, true, 1,
                    hit ? null : miss));
        }
        return outcomes;
    }
}
