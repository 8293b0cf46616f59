package dev.qorpus.web.page;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The styles of a view reach no element of another view, and no view is wider than its window. */
class StyleScopeIT extends OnSeed {

    private static final String QUESTION = "/?q=why+is+attention+slow";

    /**
     * The selectors of a view's style sheet that match in the pane of another view. What is below {@code shared}, and the sheet
     * of the whole page, is for all.
     */
    private static final String LEAKS = """
            () => {
              const OWN = { ask: '#start, #results', compare: '#compare', entry: '.entry', findings: '.findings', topics: '.topics',
                evaluation: '.evaluation', status: '.status', judge: '#start, #results, #compare, .findings, .evaluation' };
              const rules = (list) => [...list].flatMap((rule) => (rule.cssRules?.length ? rules(rule.cssRules) : [rule]));
              const panes = [...document.querySelectorAll('#start, #results, #compare, #view')].filter((pane) => !pane.hidden);
              return [...document.styleSheets].flatMap((sheet) => {
                const view = /page\\/([a-z-]+)\\/[a-z-]+\\.css$/.exec(sheet.href)?.[1];
                if (!view || view === 'shared') return [];
                return rules(sheet.cssRules).filter((rule) => rule.selectorText).flatMap((rule) => rule.selectorText.split(/,(?![^(]*\\))/))
                  .map((selector) => selector.replace(/::[\\w-]+(\\([^)]*\\))?/g, '').trim()).filter(Boolean)
                  .filter((selector) => panes.some((pane) => [...pane.querySelectorAll(selector)]
                    .some((node) => !node.closest(OWN[view]))))
                  .map((selector) => `${view}: ${selector}`);
              });
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"/", QUESTION, QUESTION + "&mode=compare", "/?entry=models.md%23q9-what-is-bytenet",
            "/?view=topics", "/?view=findings", "/?view=evaluation", "/?view=status"})
    void stylesStayInTheirViewAndNothingIsTooWide(String address) {
        tab.open(address);
        tab.find("main[aria-busy=false]").waitFor();
        assertThat((List<?>) tab.page().evaluate(LEAKS)).isEmpty();
        for (int width : List.of(1440, 768, 390, 320)) {
            tab.page().setViewportSize(width, 800);
            assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).as("%s px", width)
                    .isEqualTo(true);
        }
    }
}
