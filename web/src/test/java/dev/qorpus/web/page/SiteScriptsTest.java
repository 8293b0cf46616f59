package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.qorpus.indexer.analysis.LanguageAnalyzers;
import dev.qorpus.indexer.analysis.TermKind;
import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.models.Models;
import dev.qorpus.models.PieceTable;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.evaluate.JudgedCollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The scripts of a static site do what Java does: stems, word pieces, and the terms of questions. */
@ExtendWith(Chromium.class)
class SiteScriptsTest {

    private static final long SEED = 21;
    private static final int RANDOM_TEXTS = 3_000;
    /** Letters with and without marks, signs, digits, other scripts, blanks and what is removed. */
    private static final String SIGNS = "aaaeeeiiooousstthnrlcdmpÀéßñÇøœŁİıΣςжЖйÖü'’-_.,:;/\\\"()[]{}<>+#*&%$€§0123456789"
            + "   \t\n\u00a0\u200b\u0000\ufffd日本語の漢字한국어กขאبपु😀𝔸ﬁ½²…–—“”";

    private static PieceTable table;
    private static ScriptServer server;
    private static Tab tab;

    @BeforeAll
    static void open(Browser browser) throws IOException {
        table = DjlModels.pieceTable(words(), Runtime.getRuntime().availableProcessors());
        server = ScriptServer.start();
        tab = new Tab(browser, server.origin(), new Browser.NewContextOptions());
        tab.page().navigate(server.origin() + "/");
    }

    @AfterAll
    static void close() {
        try {
            tab.assertNothingWentWrong();
        } finally {
            tab.close();
            server.close();
        }
    }

    private static WordVectors.Distilled words() {
        return Models.find("word-vectors").map(WordVectors.Distilled.class::cast).orElseThrow();
    }

    private static Stream<String> questions() {
        return Stream.of("judgments", "judgments-second")
                .flatMap(folder -> JudgedCollection.read(SeedCorpus.FOLDER.resolve(folder)).queries().stream())
                .map(JudgedCollection.JudgedQuery::text);
    }

    /** Texts of all kinds, and what a random walk over signs makes. */
    private static List<String> texts() throws IOException {
        Random random = new Random(Long.getLong("qorpus.seed", SEED));
        int[] signs = SIGNS.codePoints().toArray();
        Stream<String> made = Stream.generate(() -> IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> Character.toString(signs[random.nextInt(signs.length)])).collect(Collectors.joining()))
                .limit(RANDOM_TEXTS);
        Stream<String> lines = Files.readAllLines(SeedCorpus.FOLDER.resolve("models.md")).stream()
                .filter(line -> !line.isBlank());
        return Stream.of(questions(), lines, made, Stream.of("[MASK] a[SEP]b", "x".repeat(101)))
                .flatMap(some -> some).toList();
    }

    private static List<?> run(String script, Object argument) {
        return (List<?>) tab.page().evaluate(script, argument);
    }

    @Test
    void stemsAreThoseOfTheIndex() {
        TextAnalysis english = TextAnalysis.of(List.of("en"));
        List<String> words = table.pieces().stream().filter(piece -> piece.matches("[a-z]+")).toList();
        Map<String, String> expected = new LinkedHashMap<>();
        for (String word : words) {
            for (String ending : new String[]{"", "s", "ed", "ing", "ly", "ness", "ization"}) {
                english.words(word + ending).stream().map(Word::term).findFirst()
                        .ifPresent(stem -> expected.put(word + ending, stem));
            }
        }
        List<?> stems = run("async (words) => { const { stem } = await import('/page/site/words/porter.js'); "
                + "return words.map(stem); }", List.copyOf(expected.keySet()));
        assertThat(stems).hasSizeGreaterThan(100_000);
        assertThat(List.copyOf(stems).equals(List.copyOf(expected.values())))
                .as(() -> firstDifference(List.copyOf(expected.keySet()), stems, List.copyOf(expected.values())))
                .isTrue();
    }

    @Test
    void wordPiecesAreThoseOfTheTokenizer() throws IOException {
        List<String> texts = texts();
        List<List<String>> expected;
        try (Tokenizer tokenizer = DjlModels.tokenizer(words().teacher())) {
            List<String> all = pieces();
            expected = tokenizer.words(texts).stream()
                    .map(ids -> IntStream.of(ids).mapToObj(all::get).toList()).toList();
        }
        List<?> found = run(
                "async ([vocabulary, texts]) => { const { pieces } = await import('/page/site/meaning/pieces.js');"
                        + " const of = pieces(new Map(vocabulary.map((piece, i) => [piece, i])));"
                        + " return texts.map((text) => of(text).map((i) => vocabulary[i])); }",
                List.of(table.pieces(), texts));
        assertThat(found.equals(expected)).as(() -> firstDifference(texts, found, expected)).isTrue();
    }

    /** The pieces by their numbers in the tokenizer, which counts those that are left out of the table. */
    private static List<String> pieces() {
        List<String> all = new ArrayList<>(Collections.nCopies(words().pieces(), ""));
        // [PAD] is 0, [UNK] to [MASK] are 100 to 103, and the signs begin at 999.
        int number = 0;
        for (String piece : table.pieces()) {
            number = piece.equals("[UNK]") ? 100 : piece.equals("!") ? 999 : number;
            all.set(number++, piece);
        }
        return all;
    }

    @Test
    void termsOfQuestionsAreThoseOfTheServer() {
        TextAnalysis english = TextAnalysis.of(List.of("en"));
        List<String> questions = Stream.concat(questions(),
                Stream.of("What is IT?", "how does C++ differ from C# and .NET",
                        "crm.action_log vs HttpClient2", "it's the model's model's", "café naïve résumé", "the of and",
                        "v3.2.1: a:b",
                        "load_user loadUserByName", "LLM llm", "x", "don't"))
                .toList();
        Map<String, String> forms = new LinkedHashMap<>();
        LanguageAnalyzers.functionWords("en").forEach(word -> forms.put(word, ""));
        List<?> found = run("""
                async ([forms, questions]) => {
                  const { analysis, questionTerms } = await import('/page/site/words/question-terms.js');
                  const analyser = analysis(new Map(Object.entries(forms)), true, false);
                  return questions.map((question) => Object.fromEntries(questionTerms(question, analyser)
                    .map(({ label, weight }) => [label, weight])));
                }""", List.of(forms, questions));
        for (int i = 0; i < questions.size(); i++) {
            Map<String, Double> expected = english.terms(questions.get(i)).stream()
                    .collect(Collectors.toMap(SiteScriptsTest::label, WeightedTerm::weight, Double::sum));
            Map<String, Double> terms = ((Map<?, ?>) found.get(i)).entrySet().stream().collect(
                    Collectors.toMap(entry -> (String) entry.getKey(),
                            entry -> ((Number) entry.getValue()).doubleValue()));
            assertThat(terms.keySet()).as(questions.get(i)).isEqualTo(expected.keySet());
            terms.forEach((label, weight) -> assertThat(weight).as(label).isCloseTo(expected.get(label), within(1e-9)));
        }
    }

    private static String label(WeightedTerm term) {
        return term.kind() == TermKind.WRITTEN ? '"' + term.term() : term.term();
    }

    private static String firstDifference(List<?> inputs, List<?> found, List<?> expected) {
        return IntStream.range(0, inputs.size()).filter(i -> !found.get(i).equals(expected.get(i))).limit(10)
                .mapToObj(i -> String.format(Locale.ROOT, "%s: %s instead of %s", inputs.get(i), found.get(i),
                        expected.get(i)))
                .collect(Collectors.joining("\n"));
    }
}
