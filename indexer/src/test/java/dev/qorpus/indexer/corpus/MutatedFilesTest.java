package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.question.MarkdownParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real files, spoilt at random for a fixed time: whatever comes of them is read into entries or findings, in
 * time, with ids that are unique and lines that exist.
 */
class MutatedFilesTest {

    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final List<Path> FILES = List.of(Path.of("../seeds"), Path.of("../README.md"),
            Path.of("src/test/resources/dev/qorpus/indexer/corpus"), Path.of("../../shared/markdown"));
    private static final List<String> PIECES = List.of("\n", "\n\n", "```\n", "<!--", "-->", "<details><summary>",
            "</summary>", "</details>", "**", "Q: ", "A: ", "**T:** ", "### ", "###", "1. ", "- ", "> ", "    ", "\t",
            "---\n", "+++\n", "| a | b |\n|---|---|\n", "!!! question \"x?\"\n", "> [!faq] x?\n", "<h3>", "</h3>", "[",
            "](#",
            "\u0000", "\uFEFF", "\r", "\r\n", "?", "？", "\\", "$", "&#0;", "\uD83D", "[x]: <y>\n", ":::question x?\n",
            "title: x?\n");

    /** One seed, so that a build fails for its own change only; how far it gets depends on the machine. */
    private final Random random = new Random(20261124);

    @Test
    void whateverIsSpoiltIsRead() throws IOException {
        List<Path> files = files();
        long end = System.nanoTime() + TIME.toNanos();
        int read = 0;
        while (System.nanoTime() < end) {
            Path file = files.get(random.nextInt(files.size()));
            String text = mutated(Files.readString(file));
            long began = System.nanoTime();
            MarkdownParser.Parsed parsed = parse(file, text);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as("%s", file).isLessThan(LONGEST);
            check(parsed, text);
            read++;
        }
        assertThat(read).isGreaterThan(20);
    }

    private static MarkdownParser.Parsed parse(Path file, String text) {
        try {
            return new MarkdownParser().parse("a.md", text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("cannot read a mutation of " + file + ", of " + text.length() + " characters", e);
        }
    }

    private static void check(MarkdownParser.Parsed parsed, String text) {
        assertThat(parsed.entries().isEmpty() && parsed.findings().isEmpty()).isFalse();
        assertThat(parsed.entries()).extracting(Entry::id).doesNotHaveDuplicates();
        int lines = text.split("\r\n|\r|\n", -1).length;
        assertThat(parsed.entries()).allSatisfy(entry -> {
            assertThat(entry.line()).isBetween(1, lines);
            assertThat(entry.question()).isNotBlank();
            assertThat(entry.answer().text().isEmpty()).isEqualTo(entry.answer().markdown().isEmpty());
        });
        assertThat(parsed.findings())
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("\n", "\r", "\u0000"));
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : FILES) {
            if (Files.exists(root)) {
                try (Stream<Path> found = Files.walk(root)) {
                    found.filter(path -> path.toString().endsWith(".md")).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    private String mutated(String text) {
        // A piece of a large file: more mutations in the same time.
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        int from = random.nextInt(lines.size());
        lines = new ArrayList<>(lines.subList(from, Math.min(lines.size(), from + 300)));
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(6)) {
                case 0 -> lines.set(at, "");
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, line.stripTrailing());
                case 3 -> lines.set(at, " ".repeat(random.nextInt(9)) + line);
                default -> {
                    int place = random.nextInt(line.length() + 1);
                    lines.set(at, line.substring(0, place) + PIECES.get(random.nextInt(PIECES.size()))
                            + line.substring(place));
                }
            }
        }
        // As a file would bring it: halves of surrogate pairs become what UTF-8 makes of them.
        byte[] bytes = lines.stream().collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
