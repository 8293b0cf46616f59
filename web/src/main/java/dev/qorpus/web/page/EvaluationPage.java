package dev.qorpus.web.page;

import java.nio.file.Path;

import dev.qorpus.web.json.evaluation.EvaluationView;

/** An evaluation as one self-contained HTML file, with style, charts and figures. The scripts of the page draw it. */
public final class EvaluationPage {

    private EvaluationPage() {}

    /** Writes the report. */
    public static void write(EvaluationView evaluation, Path file) {
        SelfContained.write(html(evaluation), file);
    }

    /** The report. */
    public static String html(EvaluationView evaluation) {
        return new SelfContained(Page.text("evaluation/export.template.html"))
                .style("style", Page.text("evaluation/evaluation.css"))
                .style("page-style", Page.text("shared/export.css"))
                .script("script", Page.text("evaluation/export.bundle.js")).with(evaluation);
    }
}
