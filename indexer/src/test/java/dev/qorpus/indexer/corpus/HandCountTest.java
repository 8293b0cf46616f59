package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.question.MarkdownParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real files of others, which are not part of this project, against a count made by hand: which lines hold a
 * question, and whether each answer is all that stands under its question and nothing else.
 */
class HandCountTest {

    private static final Path FILES = Path.of("../../shared/markdown");
    private static final Path COUNT = Path
            .of("src/test/resources/dev/qorpus/indexer/hand-count/questions.tsv");
    private static final int SAMPLE = 20;

    /** What a reader found in a file. */
    record Counted(String file, Set<Integer> lines) {
        @Override
        public String toString() {
            return file;
        }

        MarkdownParser.Parsed parse() {
            return new MarkdownParser().parse(Path.of(file).getFileName().toString(), text());
        }

        String text() {
            Path path = FILES.resolve(file);
            Assumptions.assumeTrue(Files.isRegularFile(path), () -> "skipped: the real files are not here, " + path);
            try {
                return Files.readString(path);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    static List<Counted> counted() throws IOException {
        return Files.readAllLines(COUNT).stream().skip(1).map(line -> line.split("\t", -1))
                .map(columns -> new Counted(columns[0], Arrays.stream(columns[3].split(",", -1)).map(Integer::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("counted")
    void everyQuestionAndNothingElseIsFound(Counted counted) {
        assertShare(counted, lines(counted), 0.98);
    }

    @Test
    void overAllFilesEvenMore() throws IOException {
        int found = 0;
        int right = 0;
        int wanted = 0;
        for (Counted counted : counted()) {
            Set<Integer> lines = lines(counted);
            found += lines.size();
            wanted += counted.lines().size();
            right += (int) lines.stream().filter(counted.lines()::contains).count();
        }
        assertThat((double) right / found).as("precision").isGreaterThanOrEqualTo(0.99);
        assertThat((double) right / wanted).as("recall").isGreaterThanOrEqualTo(0.99);
    }

    private static Set<Integer> lines(Counted counted) {
        return questions(counted).stream().map(Entry::line).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is no section: the count is of questions. */
    private static List<Entry> questions(Counted counted) {
        return counted.parse().entries().stream().filter(entry -> entry.kind() != EntryKind.SECTION).toList();
    }

    private static void assertShare(Counted counted, Set<Integer> lines, double least) {
        double right = lines.stream().filter(counted.lines()::contains).count();
        assertThat(right / lines.size()).as("precision").isGreaterThanOrEqualTo(least);
        assertThat(right / counted.lines().size()).as("recall").isGreaterThanOrEqualTo(least);
    }

    /** The words of a sample of answers are those of the lines up to the next question or section, in number too. */
    @ParameterizedTest
    @MethodSource("counted")
    void answersAreWholeAndTheirOwn(Counted counted) {
        List<String> source = counted.text().lines().toList();
        List<Entry> entries = questions(counted);
        for (int i = 0; i < SAMPLE; i++) {
            Entry entry = entries.get(i * entries.size() / SAMPLE);
            int end = end(source, entry.line(), counted.lines());
            Map<String, Integer> written = words(String.join("\n", source.subList(entry.line() - 1, end)));
            Map<String, Integer> kept = words(entry.question() + " " + entry.answer().text());
            assertThat(missing(written, kept)).as("lost from line %d", entry.line()).isLessThanOrEqualTo(0.03);
            assertThat(missing(kept, written)).as("added to line %d", entry.line()).isLessThanOrEqualTo(0.03);
        }
    }

    /** The line before the next question or section. */
    private static int end(List<String> source, int start, Set<Integer> questions) {
        boolean code = false;
        int end = start;
        while (end < source.size() && !questions.contains(end + 1) && (code || !isSection(source.get(end)))) {
            code ^= source.get(end).strip().startsWith("```");
            end++;
        }
        return end;
    }

    /** A heading of the first two levels; in these files none stands inside an answer. */
    private static boolean isSection(String line) {
        return line.matches("##? [^#].*|<h2.*");
    }

    /** Words of at least four letters, without what is markup. */
    private static Map<String, Integer> words(String text) {
        String plain = text.replaceAll("(?s)<!--.*?-->", " ").replaceAll("\\]\\([^)\\s]*\\)|\\]\\[[^\\]]*\\]", "] ")
                .replaceAll("(?i)</?(?:a|h3|p|div|details|summary|br|img)\\b[^<>]*>", " ")
                .replaceAll("</?(?:b|i|code)>|`(?!``)(?<!``)", "")
                .replaceAll("(?im)back to top|^\\s*```[^`\\n]*$", " ");
        Map<String, Integer> words = new HashMap<>();
        for (String word : plain.split("[^\\p{L}]+", -1)) {
            if (word.length() >= 4) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }

    private static double missing(Map<String, Integer> of, Map<String, Integer> in) {
        int all = 0;
        int missing = 0;
        for (Map.Entry<String, Integer> word : of.entrySet()) {
            all += word.getValue();
            missing += Math.max(0, word.getValue() - in.getOrDefault(word.getKey(), 0));
        }
        // One word of a short answer is no sign of a lost one.
        return missing <= 1 ? 0 : (double) missing / all;
    }
}
