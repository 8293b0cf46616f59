package dev.qorpus.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import dev.qorpus.web.json.EvaluationView;
import dev.qorpus.web.json.Json;

/** An evaluation as one file that needs nothing else: style, charts and figures are in it. */
public final class EvaluationPage {

    private static final String CHARTS = "uplot";

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
        String style = resource("evaluation/report.css");
        String chartStyle = Libraries.text(CHARTS, "uPlot.min.css");
        String charts = Libraries.text(CHARTS, "uPlot.iife.min.js");
        String script = resource("evaluation/report.js");
        return resource("evaluation/report.html")
                .replace("{{policy}}", policy(List.of(style, chartStyle), List.of(charts, script)))
                .replace("{{style}}", style).replace("{{chart-style}}", chartStyle).replace("{{charts}}", charts)
                .replace("{{script}}", script).replace("{{data}}", data(evaluation));
    }

    /** Nothing but these very texts is run or applied, and nothing is fetched. */
    private static String policy(List<String> styles, List<String> scripts) {
        return "default-src 'none'; style-src " + hashes(styles) + "; script-src " + hashes(scripts);
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(text -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'")
                .collect(Collectors.joining(" "));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As JSON in which no tag can begin or end. */
    private static String data(EvaluationView evaluation) {
        return new String(Json.bytes(evaluation), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EvaluationPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the build; build anew with 'mvn package'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
