package dev.qorpus.web.page;

import java.nio.file.Path;

import dev.qorpus.web.json.ComparisonView;

/** A comparison as one self-contained HTML file. The scripts of the page draw it. */
public final class ComparisonPage {

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
                .script("script", Page.text("compare/export.bundle.js")).with(comparison);
    }
}
