package dev.qorpus.web.page;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core checks, on every state of the page, in light and in dark. */
class AccessibilityIT extends OnSeed {

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
