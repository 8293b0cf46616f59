package dev.qorpus.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.qorpus.web.json.EvaluationView;
import dev.qorpus.web.json.Json;

/** An evaluation as one file that needs nothing else: style, charts and figures are in it. */
public final class EvaluationPage {

    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    private EvaluationPage() {}

    /** Writes the report. */
    public static void write(EvaluationView evaluation, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html(evaluation));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + file, e);
        }
    }

    /** The report; what the questions say is put in last, so that nothing in it can be taken for a placeholder. */
    static String html(EvaluationView evaluation) throws IOException {
        return resource("evaluation.html").replace("{{style}}", resource("evaluation.css"))
                .replace("{{chart-style}}", resource(CHARTS + "uPlot.min.css"))
                .replace("{{charts}}", resource(CHARTS + "uPlot.iife.min.js"))
                .replace("{{script}}", resource("evaluation.js")).replace("{{data}}", data(evaluation));
    }

    /** As JSON in which no tag can begin or end. */
    private static String data(EvaluationView evaluation) {
        return new String(Json.bytes(evaluation), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EvaluationPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
