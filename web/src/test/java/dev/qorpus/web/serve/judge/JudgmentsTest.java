package dev.qorpus.web.serve.judge;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.instancio.Random;
import org.instancio.TypeToken;
import org.instancio.generator.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.property.Property;
import dev.qorpus.property.Texts;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.instancio.Select.all;
import static org.instancio.Select.root;

/** Judgments in files: what is judged is read back, and what others wrote stays. */
class JudgmentsTest {

    private static final String HEADER = "query-id\tcorpus-id\tscore\n";
    private static final Generator<String> ANY_TEXT = Texts.any(12);

    @TempDir
    private Path home;

    /** One judgment of a sequence. */
    private record Step(String question, String entry, JudgmentGrade grade) {}

    private Path folder() {
        return home.resolve("judged");
    }

    private String file(String name) throws IOException {
        return Files.readString(folder().resolve(name));
    }

    private void files(String queries, String qrels) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("queries.jsonl"), queries);
        Files.writeString(folder().resolve("qrels.tsv"), qrels);
    }

    private static void judge(Judgments judgments, String question, String entry, JudgmentGrade grade) {
        assertThat(judgments.judge(question, entry, grade, null)).isPresent();
    }

    @Test
    void anySequenceOfJudgmentsIsReadBack() {
        Property.of(Instancio.of(new TypeToken<List<Step>>() {
        }).generate(root(), gen -> gen.collection().minSize(1).maxSize(25)).supply(all(Step.class),
                random -> new Step(question(random), random.oneOf("a.md#b", "a", "ä b.md#c d", "%09", "query-id"),
                        random.oneOf(JudgmentGrade.values()))))
                .holds(150, 20261130, this::isReadBack);
    }

    private static String question(Random random) {
        return random.intRange(1, 3) == 1
                ? ANY_TEXT.generate(random)
                : random.oneOf("tea?", "TEA?", " tea? ", "a\tb\r\nc", "{\"_id\": \"1\"}", "\u2028x", "\"\\",
                        "query-id");
    }

    private void isReadBack(List<Step> steps) throws IOException {
        // Without a relevant entry, a collection cannot be read.
        files("{\"_id\": \"kept\", \"text\": \"kept\", \"note\": [1]}\n", HEADER + "kept\tk.md\t1\n");
        Judgments judgments = new Judgments(folder());
        Map<String, Map<String, Integer>> expected = new HashMap<>(Map.of("kept", Map.of("k.md", 1)));
        for (Step step : steps) {
            NormalizedQuestion asked = NormalizedQuestion.lenient(step.question());
            try {
                judge(judgments, step.question(), step.entry(), step.grade());
            } catch (QueryException e) {
                continue;
            }
            Map<String, Integer> grades = new HashMap<>(expected.getOrDefault(asked.key(), Map.of()));
            if (step.grade() == JudgmentGrade.NONE) {
                grades.remove(step.entry());
            } else {
                grades.put(step.entry(), step.grade().score());
            }
            expected.put(asked.key(), grades);
            assertThat(judgments.of(step.question()).grades().getOrDefault(step.entry(), JudgmentGrade.NONE))
                    .isEqualTo(step.grade());
        }
        expected.values().removeIf(Map::isEmpty);
        JudgedCollection read = JudgedCollection.read(folder());
        Map<String, Map<String, Integer>> found = new HashMap<>();
        for (JudgedQuery query : read.queries()) {
            assertThat(found.put(NormalizedQuestion.lenient(query.text()).key(),
                    read.judgments().getOrDefault(query.id(), Map.of()))).as("one line for " + query).isNull();
        }
        assertThat(found).isEqualTo(expected);
        assertThat(judgments.of("").questions()).isEqualTo(expected.size());
        assertThat(file("queries.jsonl")).startsWith("{\"_id\": \"kept\", \"text\": \"kept\", \"note\": [1]}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void linesOfOthersStayAsTheyAre(String end) throws IOException {
        String queries = "{\"text\": \"What is tea?\", \"_id\": \"7\", \"metadata\": {\"kind\": \"a\"}}" + end
                + "no object" + end;
        String qrels = "7\ta.md\t3\tby Ann" + end + "7\tb.md\t1" + end + "half a line";
        files(queries, qrels);
        Judgments judgments = new Judgments(folder());

        assertThat(judgments.of("what is  TEA?").grades()).containsOnly(Map.entry("a.md", JudgmentGrade.ANSWERS),
                Map.entry("b.md", JudgmentGrade.PARTLY));
        judge(judgments, "what is tea?", "c.md", JudgmentGrade.ANSWERS);
        judge(judgments, "what is tea?", "a.md", JudgmentGrade.NO);
        judge(judgments, "what is tea?", "b.md", JudgmentGrade.NONE);

        assertThat(file("queries.jsonl")).isEqualTo(queries);
        assertThat(file("qrels.tsv")).isEqualTo(
                "7\ta.md\t0\tby Ann" + end + "half a line" + end + "7\tc.md\t2" + end);
    }

    @Test
    void whatIsTakenBackLeavesNothing() throws IOException {
        Judgments judgments = new Judgments(folder());
        judge(judgments, "What is tea?", "a.md", JudgmentGrade.ANSWERS);
        judge(judgments, "What is tea?", "b.md", JudgmentGrade.NO);
        assertThat(file("queries.jsonl")).matches("\\{\"_id\":\"q-[0-9a-f]{12}\",\"text\":\"What is tea\\?\"}\n");
        assertThat(file("qrels.tsv")).matches(HEADER + "(q-[0-9a-f]{12})\ta.md\t2\n\\1\tb.md\t0\n");

        judge(judgments, "What is tea?", "b.md", JudgmentGrade.NONE);
        judge(judgments, "what is tea?", "a.md", JudgmentGrade.NONE);

        assertThat(JudgedCollection.isIn(folder())).isFalse();
        assertThat(folder().resolve("queries.jsonl")).doesNotExist();
        assertThat(judgments.of("What is tea?").questions()).isZero();
    }

    @Test
    void aJudgmentOfSomeoneElseIsNotUndone() {
        Judgments one = new Judgments(folder());
        judge(one, "tea", "a.md", JudgmentGrade.ANSWERS);
        judge(one, "tea", "a.md", JudgmentGrade.NO);

        assertThat(one.judge("tea", "a.md", JudgmentGrade.NONE, JudgmentGrade.ANSWERS)).isEmpty();
        assertThat(one.of("tea").grades()).containsEntry("a.md", JudgmentGrade.NO);
        assertThat(one.judge("tea", "a.md", JudgmentGrade.NONE, JudgmentGrade.NO)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nq\tb\t2", "a\rb", "", " ", "a\u0000", "\uD800", "\u0085"})
    void whatWouldBeAnotherLineIsRefused(String entry) throws IOException {
        Judgments judgments = new Judgments(folder());
        judge(judgments, "tea", "a.md", JudgmentGrade.ANSWERS);
        String before = file("qrels.tsv");

        assertThatThrownBy(() -> judgments.judge("tea", entry, JudgmentGrade.NO, null))
                .isInstanceOf(QueryException.class);
        assertThat(file("qrels.tsv")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "\u2028", "\uDC00 tea"})
    void whatIsNoQuestionIsRefused(String question) {
        assertThatThrownBy(() -> new Judgments(folder()).judge(question, "a", JudgmentGrade.NO, null))
                .isInstanceOf(QueryException.class);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aFailedWriteLeavesTheFilesAsTheyWere() throws IOException {
        files("{\"_id\":\"1\",\"text\":\"tea\"}\n", HEADER);
        try (RandomAccessFile large = new RandomAccessFile(folder().resolve("qrels.tsv").toFile(), "rw")) {
            large.setLength(AtomicFile.LARGEST + 1L);
        }
        Judgments judgments = new Judgments(folder());
        assertThatThrownBy(() -> judgments.judge("cup", "a", JudgmentGrade.NO, null))
                .isInstanceOf(CorpusException.class);
        assertThat(file("queries.jsonl")).isEqualTo("{\"_id\":\"1\",\"text\":\"tea\"}\n");

        Path taken = Files.writeString(home.resolve("taken"), "");
        assertThatThrownBy(() -> new Judgments(taken).judge("cup", "a", JudgmentGrade.NO, null))
                .isInstanceOf(CorpusException.class);
    }

    @Test
    void whatACrashLeftDoesNoHarm() throws IOException {
        files("{\"_id\":\"q-000000000000\",\"text\":\"cup\"}\n", HEADER);
        Files.writeString(folder().resolve("qrels.tsv.1.tmp"), "half a l");
        Judgments judgments = new Judgments(folder());
        judge(judgments, "tea", "a.md", JudgmentGrade.ANSWERS);

        assertThat(JudgedCollection.read(folder()).answerable()).extracting(JudgedQuery::text).containsExactly("tea");
        assertThat(judgments.of("").questions()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatItsOwnerKeepsElsewhereStaysThere() throws IOException {
        files("", "");
        Path elsewhere = Files.move(folder().resolve("qrels.tsv"), home.resolve("mine.tsv"));
        Files.createSymbolicLink(folder().resolve("qrels.tsv"), elsewhere);
        judge(new Judgments(folder()), "tea", "a.md", JudgmentGrade.ANSWERS);

        assertThat(Files.isSymbolicLink(folder().resolve("qrels.tsv"))).isTrue();
        assertThat(elsewhere).content().contains("\ta.md\t2\n");
    }

    @Test
    void manyJudgeAtOnceInTwoProcesses() throws Exception {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), JudgingProcess.class.getName(), folder().toString(), "20")
                .redirectErrorStream(true).redirectOutput(home.resolve("other.log").toFile()).start();
        Judgments judgments = new Judgments(folder());
        List<Future<?>> judging = new ArrayList<>();
        try (ExecutorService judges = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                String question = "here " + i;
                judging.add(judges.submit(() -> judge(judgments, question, "a.md", JudgmentGrade.ANSWERS)));
            }
        }
        for (Future<?> each : judging) {
            each.get();
        }
        assertThat(other.waitFor()).as(Files.readString(home.resolve("other.log"))).isZero();

        assertThat(JudgedCollection.read(folder()).answerable()).hasSize(60);
        assertThat(judgments.of("").questions()).isEqualTo(60);
        try (Stream<Path> left = Files.list(folder())) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("queries.jsonl",
                    "qrels.tsv", ".judging.lock");
        }
    }
}
