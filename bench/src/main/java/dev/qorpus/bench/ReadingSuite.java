package dev.qorpus.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

/**
 * Reading files of each kind into entries, without indexing them. One thread reads, and the figures are of its processor
 * time: megabytes and entries a second.
 */
record ReadingSuite(Rounds rounds, RandomTexts texts, Path home) implements Suite {

    private static final int ENTRIES = 4_000;

    /** Counts what is read. */
    private static final class Counter implements CorpusHandler {
        int entries;

        @Override
        public void entry(Entry entry) {
            entries++;
        }

        @Override
        public void finding(Finding finding) {
            // Not measured.
        }
    }

    @Override
    public List<Row> run() throws Exception {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("Markdown", write("a.md", "# Handbook\n\n", this::markdown, "\n"));
        files.put("HTML", write("a.html", "<html><body>\n", this::html, "\n</body></html>\n"));
        files.put("JSONL", write("a.jsonl", "", this::json, ""));
        files.put("CSV", write("a.csv", "question,answer\n", this::csv, ""));
        Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
        files.forEach((format, file) -> contestants.put(format, () -> seconds(file)));
        List<Row> rows = new ArrayList<>();
        Map<String, Double> found = rounds.inTurn(contestants);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            double seconds = found.getOrDefault(file.getKey(), 0.0);
            double megabytes = Files.size(file.getValue()) / 1e6;
            rows.add(Row.info(String.format(Locale.ROOT, "reading %s, %.1f MB", file.getKey(), megabytes),
                    megabytes / seconds, "MB/s"));
            rows.add(Row.info("the same", ENTRIES / seconds, "entries/s"));
        }
        return rows;
    }

    private Path write(String name, String before, IntFunction<String> entry, String after) throws IOException {
        Path folder = Files.createDirectories(home.resolve("reading-" + name));
        return Files.writeString(folder.resolve(name),
                before + IntStream.range(0, ENTRIES).mapToObj(entry).collect(Collectors.joining("\n")) + after);
    }

    /** Headings, paragraphs, lists, code, links and tables, as handbooks have them. */
    private String markdown(int number) {
        return "## " + texts.words(8) + "?\n\n" + texts.words(40) + " [" + texts.words(3) + "](https://example.org/"
                + number + ") **" + texts.words(2) + "** `" + texts.words(1) + "`.\n\n" + switch (number % 4) {
                    case 0 -> "- " + texts.words(9) + "\n- " + texts.words(9) + "\n";
                    case 1 -> "```\n" + texts.words(12) + "\n```\n";
                    case 2 -> "| " + texts.words(2) + " | " + texts.words(2) + " |\n|---|---|\n| " + texts.words(3)
                            + " | " + texts.words(3) + " |\n";
                    default -> texts.words(30) + ".\n";
                };
    }

    private String html(int number) {
        return "<h2>" + texts.words(8) + "?</h2>\n<p>" + texts.words(40) + " <a href=\"https://example.org/" + number
                + "\">" + texts.words(3) + "</a></p>\n<ul><li>" + texts.words(9) + "</li><li>" + texts.words(9)
                + "</li></ul>";
    }

    private String json(int number) {
        return "{\"_id\": \"" + number + "\", \"title\": \"" + texts.words(8) + "?\", \"text\": \"" + texts.words(70)
                + "\"}";
    }

    private String csv(int number) {
        return "\"" + texts.words(8) + " " + number + "?\",\"" + texts.words(70) + "\"";
    }

    private static double seconds(Path file) {
        Counter counter = new Counter();
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        new CorpusReader().read(Corpus.of(List.of(file)), counter);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
        if (counter.entries < ENTRIES) {
            throw new IllegalStateException(file + " has " + counter.entries + " entries, not " + ENTRIES);
        }
        return seconds;
    }
}
