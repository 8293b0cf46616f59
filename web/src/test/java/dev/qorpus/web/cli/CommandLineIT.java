package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What every command prints for the seed, as JSON. */
class CommandLineIT {

    private static final String SECOND = "models.md#q2-what-is-one-hot-encoding-and-what-are-its-limitations";

    @TempDir
    static Path home;

    private static Product qorpus;
    private static Run first;
    private static Run second;

    @BeforeAll
    static void index() {
        qorpus = Product.in(home);
        first = qorpus.run("index", Product.SEEDS, "--json");
        second = qorpus.run("index", Product.SEEDS, "--json");
    }

    @Test
    void indexReportsWhatItDid() {
        assertThat(first.exit()).as(first.err()).isZero();
        JsonNode report = first.json();
        assertThat(report.propertyNames()).contains("entries", "added", "changed", "removed", "embedded", "findings",
                "seconds");
        assertThat(numbers(report, "entries", "added", "changed", "removed", "embedded", "findings"))
                .containsExactly(27, 27, 0, 0, 27, 1);
        assertThat(report.get("seconds").asDouble()).isPositive();
    }

    @Test
    void aSecondIndexEmbedsNothing() {
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(numbers(second.json(), "entries", "added", "changed", "removed", "embedded", "findings"))
                .containsExactly(27, 0, 0, 0, 0, 1);
    }

    @Test
    void checkFindsTheQuestionThatNobodyAnswered() {
        Run check = qorpus.run("check", Product.SEEDS, "--json");

        assertThat(check.exit()).isZero();
        assertThat(numbers(check.json(), "files", "entries")).containsExactly(1, 27);
        assertThat(check.json().get("findings")).singleElement().satisfies(finding -> {
            assertThat(finding.get("rule").asString()).isEqualTo("question-without-answer");
            assertThat(finding.get("file").asString() + ":" + finding.get("line").asInt()).isEqualTo("models.md:237");
            assertThat(finding.get("id").asString()).startsWith("models.md#q27-how-is-the-token-budget");
            assertThat(finding.get("message").asString()).contains("token budget");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why does a vector of zeros and a single one say nothing about meaning |  2 | true
            gates against the vanishing gradient                                  |  8 | true
            chop an image into squares before the transformer sees it             | 13 | true
            which loss should I use when robot sensors are noisy                  | 18 | true
            estimating the token budget of a model                                | 27 | false
            """)
    void askPutsTheRightEntryFirstAndExplainsEveryScore(String question, String number, boolean hasAnswer) {
        Run run = qorpus.run("ask", question, "--json", "--explain");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode results = run.json();
        assertThat(results.propertyNames()).contains("query", "mode", "model", "tookMillis", "total", "answered",
                "confidence", "hits");
        JsonNode best = results.get("hits").get(0);
        assertThat(best.get("number").asString()).isEqualTo(number);
        assertThat(best.get("answered").asBoolean()).isEqualTo(hasAnswer);
        if (!hasAnswer) {
            assertThat(results.get("answered").asBoolean()).isFalse();
        }
        assertThat(results.get("hits")).hasSize(10).allSatisfy(CommandLineIT::assertBothRanksAndAFullExplanation);
    }

    @Test
    void askReadsTheFirstHitsWithACrossEncoder() {
        String model = Path.of("../models/src/test/resources/reranker").toAbsolutePath().toString();
        JsonNode hits = qorpus.run("ask", "transformer", "--rerank", model, "--rerank-top", "5", "--rerank-time", "0",
                "--json", "--explain").json().get("hits");
        // It knows none of these words.
        assertThat(hits).filteredOn(hit -> hit.has("rerank")).hasSize(5)
                .allSatisfy(hit -> assertThat(hit.at("/rerank/score").asDouble()).isEqualTo(-4));
        assertThat(hits).allSatisfy(hit -> assertThat(hit.at("/explanation/parts/3/name").asString())
                .isEqualTo("rerank"));
        Run wrong = qorpus.run("ask", "transformer", "--rerank", Product.SEEDS);
        assertThat(wrong.exit()).isNotZero();
        assertThat(wrong.err()).contains("has no onnx/model.onnx or model.onnx").contains("--task text-classification");
        assertThat(qorpus.run("ask", "transformer", "--rerank-top", "0").err())
                .contains("--rerank-top is 0; allowed is 1 to 50");
    }

    @Test
    void askSkipsHits() {
        JsonNode whole = qorpus.run("ask", "transformer", "-k", "20", "--json").json().get("hits");
        Run second = qorpus.run("ask", "transformer", "--offset", "10", "--json");
        assertThat(second.json().at("/hits/0")).isEqualTo(whole.get(10));
        assertThat(second.json().at("/hits/9")).isEqualTo(whole.get(19));
        assertThat(qorpus.run("ask", "transformer", "--offset", "10").out()).contains("11 to 20 of 27");
        Run wrong = qorpus.run("ask", "transformer", "--offset", "-1");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("offset is -1; allowed is 0 to 990");
    }

    @Test
    void askEndsTheListAfterAGroup() {
        String[] likely = {"ask", "what is the bag of words model", "--cut", "likely"};
        assertThat(qorpus.run(likely).out()).contains("What is the Bag-of-Words").doesNotContain("Related");
        Run all = qorpus.run("ask", "why is attention slow for long sequences", "-k", "27");
        assertThat(all.out().lines()).containsOnlyOnce("Related", "Others");
        Run unknown = qorpus.run("ask", "x", "--cut", "best");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("cut is 'best'; allowed are likely, related, all");
    }

    @Test
    void askShowsEntriesWithTheSameAnswerOnce(@TempDir Path folder) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int i = 1; i <= 5; i++) {
            Files.writeString(corpus.resolve("copy" + i + ".md"),
                    "# Lamps\n\n## How is the lamp dimmed?\n\nTurn the small wheel on the cable.\n");
        }
        Files.writeString(corpus.resolve("other.md"), "# Lamps\n\n## Is the lamp bright?\n\nAs bright as a candle.\n");
        Product other = Product.in(folder);
        assertThat(other.run("index", "corpus").exit()).isZero();

        Product wide = new Product(folder, Map.of("COLUMNS", "120"));
        assertThat(wide.run("ask", "how is the lamp dimmed", "-k", "5").out())
                .containsOnlyOnce("How is the lamp dimmed?")
                .contains("and 4 more with the same answer: copy2.md:3, copy3.md:3, copy4.md:3, copy5.md:3")
                .contains("Is the lamp bright?");
        JsonNode hits = other.run("ask", "how is the lamp dimmed", "-k", "5", "--json").json().get("hits");
        assertThat(hits).hasSize(2);
        assertThat(hits.at("/0/duplicates").valueStream().map(each -> each.get("file").asString()))
                .containsExactly("copy2.md", "copy3.md", "copy4.md", "copy5.md");
        assertThat(hits.at("/1/duplicates")).isEmpty();
    }

    private static void assertBothRanksAndAFullExplanation(JsonNode hit) {
        for (String retriever : List.of("lexical", "dense")) {
            assertThat(hit.at("/" + retriever + "/rank").asInt()).isBetween(1, 27);
            assertThat(hit.at("/" + retriever + "/score").isNumber()).isTrue();
        }
        assertThat(sum(hit.at("/explanation/parts"), "contribution")).isCloseTo(hit.get("score").asDouble(),
                within(1e-9));
        assertThat(sum(hit.at("/explanation/terms"), "score")).isCloseTo(hit.at("/lexical/score").asDouble(),
                within(1e-4));
        JsonNode passage = hit.get("passage");
        if (passage != null) {
            assertThat(hit.get("answer").asString().substring(passage.get("start").asInt(), passage.get("end").asInt()))
                    .isEqualTo(passage.get("text").asString());
        }
    }

    @Test
    void askSaysWhenFilesChangedSinceTheLastIndexing(@TempDir Path folder) throws IOException {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus);
        Files.writeString(corpus.resolve("a.md"), "## What is a quince?\nA fruit.\n");
        Product other = Product.in(folder);
        assertThat(other.run("index", corpus.toString()).exit()).isZero();
        assertThat(other.run("ask", "what is a quince", "--json").err()).isEmpty();
        Files.writeString(corpus.resolve("a.md"), "## What is a quince?\nA yellow fruit.\n");
        Files.writeString(corpus.resolve("b.md"), "## What is a pear?\nA fruit.\n");
        Run changed = other.run("ask", "what is a quince", "--json");
        assertThat(changed.exit()).isZero();
        assertThat(changed.json().get("hits")).isNotEmpty();
        assertThat(changed.err().strip()).isEqualTo("qorpus: since the last indexing 1 file was changed, "
                + "1 file was added; update the index: qorpus index");
        assertThat(other.run("index").exit()).isZero();
        assertThat(other.run("ask", "what is a quince", "--json").err()).isEmpty();
    }

    @Test
    void relatedListsTheNearestEntriesWithoutItself() {
        Run run = qorpus.run("related", SECOND, "-k", "3", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("id").asString()).isEqualTo(SECOND);
        assertThat(texts(run.json().get("hits"), "id")).hasSize(3).doesNotContain(SECOND)
                .anyMatch(id -> id.startsWith("models.md#q1-") || id.startsWith("models.md#q3-"));
    }

    @Test
    void compareShowsEachModeWhatTheyShareAndWhatMoves() {
        Run run = qorpus.run("compare", "gates against the vanishing gradient", "-k", "5", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode comparison = run.json();
        assertThat(comparison.get("results").propertyNames()).containsExactly("lexical", "dense", "hybrid");
        assertThat(comparison.get("overlap")).hasSize(3);
        assertThat(comparison.get("moves")).allSatisfy(move -> {
            assertThat(move.get("ranks").propertyNames()).isNotEmpty();
            assertThat(move.get("reason").asString()).isNotBlank();
        });
    }

    @Test
    void topicsAreListedAndWrittenAsOnePage() throws IOException {
        Run run = qorpus.run("topics", "--json", "--html", "deep/topics.html");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode topics = run.json();
        assertThat(numbers(topics, "entries", "nowhere")).containsExactly(27, 0);
        assertThat(texts(topics.get("topics"), "label")).hasSizeBetween(4, 9).doesNotHaveDuplicates()
                .anyMatch(label -> label.contains("OpenVLA"));
        assertThat(Files.readString(home.resolve("deep/topics.html"))).startsWith("<!doctype html>")
                .contains("default-src 'none'", "Adaptive Base Frequency");
        Run text = qorpus.run("topics");
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out()).contains("OpenVLA", "27 entries, " + topics.get("topics").size() + " topics, 0 in none");
    }

    @Test
    void evalReportsWhatChangedSinceAnEarlierRun(@TempDir Path folder) throws IOException {
        String[] eval = {"eval", Product.JUDGMENTS, "--corpus", Product.SEEDS, "--index", ".qorpus", "--modes",
                "hybrid"};
        Path before = folder.resolve("before.json");
        Files.writeString(before, qorpus.run(with(eval, "--json")).out());
        Run text = qorpus.run(with(eval, "--lexical-weight", "0.2", "--report", before.toString()));
        assertThat(text.out()).contains("185 questions in both", "before", "after", "difference", "Better", "Worse");

        Path after = folder.resolve("after.json");
        Files.writeString(after, qorpus.run(with(eval, "--lexical-weight", "0.2", "--json")).out());
        JsonNode hybrid = qorpus.run("eval", "--report", before.toString(), after.toString(), "--json").json()
                .at("/modes/hybrid");
        JsonNode figure = hybrid.at("/figures/ndcg@10");
        assertThat(figure.get("after").asDouble() - figure.get("before").asDouble())
                .isCloseTo(figure.get("difference").asDouble(), within(2e-4)).isNotZero();
        assertThat(hybrid.at("/change/p").asDouble()).isBetween(0.0, 1.0);
        assertThat(hybrid.at("/better/0/after").asDouble()).isGreaterThan(hybrid.at("/better/0/before").asDouble());

        Run missing = qorpus.run("eval", "--report", folder.resolve("none.json").toString(), after.toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("none.json: cannot be read as JSON");
        assertThat(qorpus.run("eval").exit()).isEqualTo(2);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void evalMeasuresThatHybridIsNotBelowItsParts() {
        Run run = qorpus.run("eval", Product.JUDGMENTS, "--corpus", Product.SEEDS, "--index", ".qorpus", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode evaluation = run.json();
        assertThat(evaluation.get("collection").asString()).isEqualTo("judgments");
        assertThat(evaluation.get("queries").asInt()).isEqualTo(185);
        JsonNode modes = evaluation.get("modes");
        assertThat(modes.propertyNames()).containsExactly("lexical", "dense", "hybrid");
        assertThat(modes).allSatisfy(figures -> assertThat(figures.propertyNames()).contains("ndcg@10", "mrr@10",
                "hit@1", "hit@5", "recall@10", "recall@100", "p50Millis"));
        assertThat(modes.get("hybrid").get("hit@1").asDouble())
                .isGreaterThanOrEqualTo(modes.get("lexical").get("hit@1").asDouble())
                .isGreaterThanOrEqualTo(modes.get("dense").get("hit@1").asDouble());
    }

    @Test
    void theLadderHasEveryRungWithItsCost() {
        Run run = qorpus.run("eval", Product.JUDGMENTS, "--corpus", Product.SEEDS, "--ladder", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode modes = run.json().get("modes");
        assertThat(modes.propertyNames()).containsExactly("one-hot", "bag-of-words", "tf-idf", "bm25", "word-vectors",
                "minilm", "late", "bm25+word-vectors", "hybrid");
        assertThat(modes).allSatisfy(figures -> {
            assertThat(figures.get("bytesPerEntry").asDouble()).isPositive();
            assertThat(figures.get("indexMillisPerEntry").asDouble()).isPositive();
        });
        double words = modes.at("/word-vectors/indexMillisPerEntry").asDouble();
        assertThat(modes.at("/minilm/indexMillisPerEntry").asDouble()).isGreaterThan(10 * words);
        assertThat(modes.at("/word-vectors/ndcg@10").asDouble())
                .isBetween(modes.at("/bag-of-words/ndcg@10").asDouble(), modes.at("/minilm/ndcg@10").asDouble());
    }

    @Test
    void anIndexOfEvalThatCannotBeReadIsMadeAgain(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), """
                {"_id": "tea", "title": "What is tea?", "text": "Leaves in hot water."}
                {"_id": "ink", "title": "What is ink?", "text": "A dark liquid to write with."}
                """);
        Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\": \"q\", \"text\": \"tea leaves\"}\n");
        Files.writeString(folder.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\nq\ttea\t1\n");
        String[] eval = {"eval", folder.toString(), "--json"};
        assertThat(qorpus.run(eval).exit()).isZero();
        Path index = home.resolve(".qorpus-eval").resolve(folder.getFileName());
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("segments")).toList()) {
                Files.writeString(file, "of another version");
            }
        }
        Run run = qorpus.run(eval);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().at("/modes/hybrid/hit@1").asDouble()).isEqualTo(1);
    }

    private static List<Integer> numbers(JsonNode object, String... fields) {
        List<Integer> numbers = new ArrayList<>();
        for (String field : fields) {
            numbers.add(object.get(field).asInt());
        }
        return numbers;
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(item -> item.get(field).asString()).toList();
    }

    private static double sum(JsonNode array, String field) {
        return array.valueStream().mapToDouble(item -> item.get(field).asDouble()).sum();
    }
}
