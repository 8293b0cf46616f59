package dev.qorpus.web.page;

import java.nio.file.Path;

import dev.qorpus.web.json.evaluation.EvaluationView;

/** An evaluation as one self-contained HTML file, with style, charts and figures. */
public final class EvaluationPage {

    private static final String CHARTS = "uplot";

    private EvaluationPage() {}

    /** Writes the report. */
    public static void write(EvaluationView evaluation, Path file) {
        SelfContained.write(html(evaluation), file);
    }

    /** The report. */
    public static String html(EvaluationView evaluation) {
        return new SelfContained(Page.text("evaluation/export.template.html"))
                .style("chart-style", Libraries.text(CHARTS, "uPlot.min.css"))
                .style("style", Page.text("evaluation/export.css"))
                .script("charts", Libraries.text(CHARTS, "uPlot.iife.min.js"))
                .script("script", Page.text("evaluation/export.bundle.js")).with(evaluation);
    }
}
