package dev.qorpus.web.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how many bytes the page has, and how soon it shows results. {@code -Dspeed.corpora=FOLDER,FOLDER} measures
 * other corpora than the seed. Figures are in {@code docs/measurements/page.md}.
 */
class SpeedIT extends InBrowser {

    private static final String CORPORA = System.getProperty("speed.corpora", SeedCorpus.FOLDER.toString());
    private static @TempDir Path index;
    private static Qorpus served;

    @BeforeAll
    static void serve() {
        served = Qorpus.serve(Stream.of(CORPORA.split(",", -1)).map(Path::of).toList(), index);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Override
    Qorpus qorpus() {
        return served;
    }

    private static final int MOST_BYTES = 250_000;
    private static final int MOST_FOR_FORMULAS = 400_000;
    /** The factor that a busy machine may take longer. */
    private static final int PATIENCE = 5;
    /** A busy machine is measured again. */
    private static final int MOST_ROUNDS = 5;
    private static final int FIRST_PAINT_MS = 300;
    private static final int RESULTS_MS = 100;
    /** A hundred words a minute. */
    private static final int FAST_TYPIST_MS = 120;

    /** Records the time from the last key to each list of hits. */
    private static final String WATCH = """
            () => {
              let pressed = 0;
              document.getElementById('q').addEventListener('input', () => { pressed = performance.now(); });
              new MutationObserver(() => {
                if (document.querySelector('.hit')) window.last = performance.now() - pressed;
              }).observe(document.getElementById('hits'), { childList: true });
            }
            """;

    private static final String TWO_FRAMES = """
            () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
            """;

    @Test
    void pageWeighsLittle() {
        List<Response> responses = new ArrayList<>();
        tab.page().onResponse(responses::add);
        tab.open("/");
        tab.ask("attention");
        assertThat(tab.hit(1)).isVisible();
        List<Response> files = List.copyOf(responses).stream().filter(response -> !response.url().contains("/api/"))
                .toList();
        // It comes once a formula is shown, which may be before or after this.
        long formulas = bytes(files.stream().filter(file -> file.url().contains("/lib/katex/")).toList());
        long bytes = bytes(files) - formulas;
        System.out.println("The page weighs " + bytes + " bytes, and " + formulas + " for formulas.");
        assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
        assertThat(formulas).isLessThan(MOST_FOR_FORMULAS);
    }

    private static long bytes(List<Response> files) {
        return files.stream().mapToLong(file -> file.body().length).sum();
    }

    @Test
    void firstPaintAndResultsComeSoon() {
        Speed speed = measured();
        for (int round = 1; round < MOST_ROUNDS && !speed.isEnough(); round++) {
            speed = measured();
        }
        assertThat(speed).as("the last of %d rounds, each too slow", MOST_ROUNDS).matches(Speed::isEnough);
    }

    /** Medians, in milliseconds: until something is painted, and until hits are shown. */
    private record Speed(double paint, double typed, double burst) {

        boolean isEnough() {
            return paint < FIRST_PAINT_MS * PATIENCE && typed < RESULTS_MS * PATIENCE && burst < RESULTS_MS * PATIENCE;
        }
    }

    private Speed measured() {
        List<Double> paints = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tab.open("/");
            paints.add(number("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }
        tab.page().evaluate(WATCH);
        double burst = results(0);
        double typed = results(FAST_TYPIST_MS);
        System.out.printf(
                "%s: first contentful paint %.0f ms; results after the last key: %.0f ms, after a burst %.0f ms "
                        + "(medians).%n",
                CORPORA, median(paints), typed, burst);
        return new Speed(median(paints), typed, burst);
    }

    /** Milliseconds from the last key of a question to its hits, the median of some questions. */
    private double results(int betweenKeys) {
        List<Double> delays = new ArrayList<>();
        for (String question : List.of("what is attention", "why one-hot", "bag of words", "how do LSTMs differ",
                "what is flash", "vision transformers", "long context", "openvla loss", "glove and word2vec")) {
            tab.field().fill("");
            tab.field().pressSequentially(question,
                    new Locator.PressSequentiallyOptions().setDelay(betweenKeys));
            assertThat(tab.find("main[aria-busy=false]")).isVisible();
            // The observer runs before the frame after the next.
            tab.page().evaluate(TWO_FRAMES);
            delays.add(number("() => window.last"));
        }
        return median(delays);
    }

    private double number(String script) {
        return ((Number) tab.page().evaluate(script)).doubleValue();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
