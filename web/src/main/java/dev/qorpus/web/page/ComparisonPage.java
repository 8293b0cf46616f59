package dev.qorpus.web.page;

import java.nio.file.Path;
import java.util.List;

import dev.qorpus.web.json.ComparisonView;

/** A comparison as one file that needs nothing else. It is drawn by the scripts of the page itself. */
public final class ComparisonPage {

    /** The page's modules that it needs, each behind those that it imports from. */
    private static final List<String> MODULES = List.of("shared/dom/elements.js", "shared/text/format.js",
            "shared/text/answer-kind.js", "shared/text/mode-names.js", "compare/rank-links.js", "compare/ranks.js",
            "compare/compare-view.js", "compare/export.js");

    private ComparisonPage() {}

    /** Writes the page. */
    public static void write(ComparisonView comparison, Path file) {
        SelfContained.write(html(comparison), file);
    }

    /** The page. */
    public static String html(ComparisonView comparison) {
        return new SelfContained(Page.text("compare/export.template.html"))
                .style("style", Page.text("compare/compare.css"))
                .style("page-style", Page.text("shared/export.css"))
                .script("script", SelfContained.joined(MODULES)).with(comparison);
    }
}
