package dev.qorpus.web.page;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Narrow screens, dark mode, and reduced motion. */
class LooksIT extends OnSeed {

    /** How far the widest element reaches past the window, in CSS pixels; what scrolls by itself, or is
     * cut off with an ellipsis, is let be. */
    private static final String OVERHANG = """
            () => Math.max(document.documentElement.scrollWidth,
              ...[...document.querySelectorAll('body *')]
                .filter((e) => e.checkVisibility() && !e.closest('.answer pre, .answer table, #columns, .wide, .formula, .unseen, .value label, .chip, #completions .text'))
                .map((e) => e.getBoundingClientRect().right)) - document.documentElement.clientWidth
            """;

    @ParameterizedTest
    @CsvSource({"320,/", "320,/?q=attention", "320,/?q=attention&mode=compare", "320,/?q=token+budget",
            "390,/?q=attention&filter=type=Deep", "390,/?q=attention&mode=compare", "320,/?view=findings",
            "320,/?view=status", "320,/?entry=models.md%23q3-what-is-the-bag-of-words-bow-model",
            "390,/?q=pizza&mode=lexical"})
    void nothingReachesPastANarrowScreen(int width, String path) {
        tab.page().setViewportSize(width, 700);
        tab.open(path);
        for (String panel : new String[]{"answer", "why", "related"}) {
            tab.find(".hit:not([hidden]):nth-child(-n+3) [data-toggle=" + panel + "]").all()
                    .forEach(toggle -> toggle.click());
        }
        tab.page().waitForFunction(
                "() => ![...document.querySelectorAll('.panel')].some((p) => !p.hidden && !p.firstChild)");
        assertThat(((Number) tab.page().evaluate(OVERHANG)).doubleValue()).isLessThanOrEqualTo(0);
    }

    @Test
    void filtersAndCompletionsFitANarrowScreen() {
        tab.page().setViewportSize(320, 700);
        tab.open("/?q=attention");
        tab.find("#filters-toggle").click();
        tab.pick("section", "Multimodal and Action Transformers");
        assertThat(((Number) tab.page().evaluate(OVERHANG)).doubleValue()).isLessThanOrEqualTo(0);
        tab.find("#filters-toggle").click();
        assertThat(((Number) tab.page().evaluate(OVERHANG)).doubleValue()).isLessThanOrEqualTo(0);
        tab.ask("what is");
        tab.find("#completions [role=option]").first().waitFor();
        assertThat(((Number) tab.page().evaluate(OVERHANG)).doubleValue()).isLessThanOrEqualTo(0);
    }

    @Test
    void darkIsDark() {
        tab.open("/?q=attention");
        assertThat(lightness("color")).isLessThan(200);
        assertThat(lightness("backgroundColor")).isGreaterThan(600);
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(lightness("color")).isGreaterThan(600);
        assertThat(lightness("backgroundColor")).isLessThan(200);
    }

    /** Red, green and blue of the page, summed. */
    private int lightness(String property) {
        Object rgb = tab.find("body").evaluate("(body, name) => getComputedStyle(body)[name]", property);
        return Pattern.compile("\\d+").matcher(rgb.toString()).results()
                .mapToInt(part -> Integer.parseInt(part.group()))
                .sum();
    }

    @Test
    void nothingMovesForThoseWhoAskedForThat() {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        tab.open("/?q=attention");
        tab.find("main").evaluate("(main) => main.setAttribute('aria-busy', 'true')");
        assertThat(tab.page().evaluate("() => document.getAnimations().some((a) => a instanceof CSSAnimation)"))
                .isEqualTo(false);
    }
}
