package dev.qorpus.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Anserini as its users run it (castorini/anserini, Apache-2.0): a separate program that reads files and reports
 * queries per second. Its jar holds 160 MB of dependencies. It is therefore fetched on request and never on our class
 * path.
 */
final class Anserini {

    private static final String VERSION = "1.5.0";
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";
    private static final Pattern RATE = Pattern.compile("= ~([0-9.]+) q/s");

    private final Path folder;
    private final Path jar;

    private Anserini(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /** Fetches it with Maven. */
    static Anserini in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run(folder, List.of("mvn", "-q", "-B", COPY, "-Dartifact=io.anserini:anserini:" + VERSION + ":jar:fatjar",
                "-DoutputDirectory=" + folder));
        return new Anserini(folder, folder.resolve("anserini-" + VERSION + "-fatjar.jar"));
    }

    /** Indexes texts, one JSON object a line in {@code input}'s files, for BM25. */
    void indexTexts(Path input) throws IOException, InterruptedException {
        java("io.anserini.index.IndexCollection", "-collection", "JsonCollection", "-generator",
                "DefaultLuceneDocumentGenerator", "-input", input.toString(), "-index", "texts", "-threads", "1",
                "-optimize");
    }

    /** Indexes vectors in a graph. */
    void indexVectors(Path input) throws IOException, InterruptedException {
        java("io.anserini.index.IndexHnswDenseVectors", "-collection", "JsonDenseVectorCollection", "-input",
                input.toString(), "-index", "vectors", "-threads", "1", "-M", "16", "-efC", "100", "-memoryBuffer",
                "512", "-optimize");
    }

    /** BM25 queries per second, run one after another. */
    double textQueriesPerSecond(Path topics, float k1, float b) throws IOException, InterruptedException {
        return rate(java("io.anserini.search.SearchCollection", "-index", "texts", "-topics", topics.toString(),
                "-topicReader", "TsvInt", "-output", "texts.run", "-bm25", "-bm25.k1", Float.toString(k1), "-bm25.b",
                Float.toString(b), "-hits", "10", "-threads", "1"));
    }

    /** Nearest-vector queries per second, run one after another. */
    double vectorQueriesPerSecond(Path topics) throws IOException, InterruptedException {
        return rate(java("io.anserini.search.SearchHnswDenseVectors", "-index", "vectors", "-topics",
                topics.toString(), "-topicReader", "JsonIntVector", "-output", "vectors.run", "-hits", "10",
                "-efSearch", "100", "-threads", "1"));
    }

    private String java(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx4g", "--add-modules",
                        "jdk.incubator.vector", "-cp", jar.toString(), main));
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    private static double rate(String log) {
        Matcher rate = RATE.matcher(log);
        if (!rate.find()) {
            throw new IllegalStateException("Anserini reported no query rate: " + log);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + log);
        }
        return log;
    }
}
