package dev.qorpus.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.compare.Comparison;
import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Evaluator;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.evaluate.Outcome;
import dev.qorpus.search.evaluate.RankingFailure;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.PassageHit;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.Correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The seed, asked. */
class SearchTest {

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static Search search;

    @BeforeAll
    static void index() {
        backend = IndexedCorpus.of(home, SeedFixture.FOLDER);
        search = new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"why does a vector of zeros and a single one say nothing about meaning | 2",
            "gates against the vanishing gradient | 8",
            "chop an image into squares before the transformer sees it | 13",
            "which loss should I use when robot sensors are noisy | 18", "estimating the token budget of a model | 27",
            "my transformer runs out of memory on long inputs | 20"})
    void startsWithTheRightEntry(String question, String number) {
        assertThat(search.search(Query.of(question, Mode.HYBRID)).hits().getFirst().entry().number()).isEqualTo(number);
    }

    @Test
    void theUnansweredQuestionIsFoundAndSaidToBeUnanswered() {
        Results results = search.search(Query.of("estimating the token budget of a model", Mode.HYBRID));
        assertThat(results.answered()).isFalse();
        assertThat(results.confident()).isTrue();
        assertThat(results.hits().getFirst().entry().answered()).isFalse();
        assertThat(results.hits().getFirst().passage()).isNull();
    }

    @Test
    void whatIsAskedAgainIsRememberedAndCounted() {
        Search asked = new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT);
        Results first = asked.search(Query.of("which loss suits noisy sensors", Mode.HYBRID));
        assertThat(asked.caches()).containsEntry("questions", new CacheStatistics(0, 1))
                .containsEntry("entries", new CacheStatistics(0, first.hits().size()));
        Results again = asked.search(Query.of("which loss suits noisy sensors", Mode.DENSE));
        assertThat(asked.caches()).containsEntry("questions", new CacheStatistics(1, 1));
        assertThat(again.hits().getFirst().dense()).isEqualTo(
                search.search(Query.of("which loss suits noisy sensors", Mode.DENSE)).hits().getFirst().dense());
    }

    @Test
    void whoMeasuresAsksASearchThatForgets() {
        Search asked = search.withoutCaches();
        asked.search(Query.of("which loss suits noisy sensors", Mode.HYBRID));
        int shown = asked.search(Query.of("which loss suits noisy sensors", Mode.HYBRID)).hits().size();
        assertThat(asked.caches()).containsEntry("questions", new CacheStatistics(0, 2))
                .containsEntry("entries", new CacheStatistics(0, 2L * shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical", "dense", "rrf", "weighted", "one-hot", "bag-of-words", "tf-idf",
            "bm25", "minilm",
            "tf-idf+minilm"})
    void explanationsAddUpInEveryMode(String mode) {
        for (String question : List.of("word vectors", "why is attention slow for long sequences?", "ViT vs Swin")) {
            Results results = search.search(new Query(question, mode, 100, List.of(), true));
            assertThat(results.hits()).isNotEmpty();
            for (Hit hit : results.hits()) {
                Explanation explanation = Objects.requireNonNull(hit.explanation());
                assertThat(explanation.parts().stream().mapToDouble(ScorePart::contribution).sum())
                        .isCloseTo(hit.score(), within(1e-12));
                assertThat(explanation.terms().stream().mapToDouble(TermScore::score).sum())
                        .isCloseTo(hit.lexical().score(), within(1e-4));
            }
            assertThat(results.hits()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        }
    }

    @Test
    void aSectionCountsLessThanAQuestionThatIsAsNear(@TempDir Path home) throws IOException {
        Path corpus = home.resolve("corpus");
        Files.createDirectories(corpus);
        Files.writeString(corpus.resolve("a.md"), """
                # Resetting a password

                Click on the link below the field. A mail with a code arrives.

                # Other things
                """);
        Files.writeString(corpus.resolve("b.md"), """
                ## How is a password reset?

                Click on the link below the field. A mail with a code arrives.
                """);
        SeedFixture.index(LuceneSink.open(home.resolve("index")), corpus);
        try (LuceneBackend mixed = LuceneBackend.open(home.resolve("index"))) {
            Search asked = new Search(mixed, SeedFixture.MODELS, SearchSettings.DEFAULT);
            List<Hit> hits = asked
                    .search(new Query("resetting a password", "hybrid", 9, List.of(), true).ungrouped()).hits();
            assertThat(hits).extracting(hit -> hit.entry().kind())
                    .containsExactly(EntryKind.QUESTION, EntryKind.SECTION);
            assertThat(hits).extracting(hit -> Objects.requireNonNull(hit.explanation()).prior())
                    .containsExactly(1.0, RankingConstants.SECTION_PRIOR);
            for (Hit hit : hits) {
                assertThat(Objects.requireNonNull(hit.explanation()).parts().stream()
                        .mapToDouble(ScorePart::contribution).sum()).isCloseTo(hit.score(), within(1e-12));
            }
            // One representation is shown as it is.
            assertThat(asked.search(Query.of("resetting a password", Mode.LEXICAL).ungrouped()).hits().getFirst()
                    .entry().kind())
                    .isEqualTo(EntryKind.SECTION);
        }
    }

    @Test
    void everyHitCarriesBothRanks() {
        Results lexical = search.search(new Query("robot", "lexical", 100, List.of(), false));
        Results hybrid = search.search(new Query("robot", "hybrid", 100, List.of(), false));
        assertThat(hybrid.hits()).hasSize(27);
        assertThat(hybrid.hits()).extracting(hit -> hit.dense().rank()).doesNotHaveDuplicates();
        for (Hit hit : hybrid.hits()) {
            boolean found = lexical.hits().stream().anyMatch(other -> other.entry().id().equals(hit.entry().id()));
            assertThat(hit.lexical().rank()).isPositive().isLessThanOrEqualTo(lexical.hits().size() + 1);
            assertThat(hit.lexical().score() > 0).isEqualTo(found);
        }
    }

    @Test
    void mistypedQuestionsAreSearchedForAsTheIndexWritesThem() {
        Results mistyped = search.search(new Query("longcontext inovations", Mode.HYBRID, 27, List.of(), true));
        Results right = search.search(new Query("long context innovations", Mode.HYBRID, 27, List.of(), true));
        assertThat(mistyped.query()).isEqualTo("longcontext inovations");
        assertThat(mistyped.corrections()).containsExactly(new Correction("longcontext", "long context", true),
                new Correction("inovations", "innovations", true));
        assertThat(right.corrections()).isEmpty();
        for (int i = 0; i < 27; i++) {
            Hit hit = mistyped.hits().get(i);
            assertThat(hit.score()).isCloseTo(right.hits().get(i).score(), within(1e-9));
            assertThat(hit.questionHighlights()).isEqualTo(right.hits().get(i).questionHighlights());
            assertThat(Objects.requireNonNull(hit.explanation()).corrections()).isEqualTo(mistyped.corrections());
        }
    }

    @Test
    void filtersNarrowBeforeTheTop() {
        Results deep = search
                .search(new Query("attention", "hybrid", 3, List.of(FieldCondition.equal("type", "Hands-On")), false));
        assertThat(deep.hits()).isNotEmpty().allSatisfy(hit -> assertThat(hit.entry().type()).isEqualTo("Hands-On"));
        assertThat(deep.total()).isEqualTo(2);
    }

    @Test
    void passagesAndHighlightsLieInTheAnswer() {
        for (Hit hit : search.search(new Query("vanishing gradient in attention", "hybrid", 27, List.of(), false))
                .hits()) {
            String answer = hit.entry().answer().text();
            PassageHit passage = hit.passage();
            if (passage != null) {
                assertThat(answer.substring(passage.start(), passage.end())).isEqualTo(passage.text());
            }
            hit.highlights().forEach(span -> assertThat(answer.substring(span.start(), span.end()))
                    .containsIgnoringCase(answer.substring(span.start(), span.start() + 4)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | hybrid | 10 | the question is empty",
            "x | nonsense | 10 | mode 'nonsense' is unknown; allowed are hybrid, lexical, dense",
            "x | hybrid | 0 | k is 0; allowed is 1 to 1000", "x | hybrid | 1000000 | k is 1000000"})
    void badQueriesSayWhatIsAllowed(String text, String mode, int k, String message) {
        assertThatThrownBy(() -> search.search(new Query(text, mode, k, List.of(), false)))
                .isInstanceOf(QueryException.class).hasMessageContaining(message);
    }

    @Test
    void onlyTheEmptyQuestionIsRefused() {
        Results signs = search.search(Query.of("?! \u0000", "hybrid"));
        assertThat(signs.hits()).isEmpty();
        assertThat(signs.notes()).singleElement().asString().contains("no letter and no digit");
        Results controlled = search.search(Query.of("attention\u0000in\ttransformers", "hybrid"));
        assertThat(controlled.hits().getFirst().entry().id())
                .isEqualTo(
                        search.search(Query.of("attention in transformers", "hybrid")).hits().getFirst().entry().id());
        Results cut = search
                .search(Query.of("why use the huber loss? " + "I ask myself. ".repeat(1_000) + "huber loss, please",
                        "lexical"));
        assertThat(cut.hits().getFirst().entry().question()).contains("Huber");
        assertThat(cut.notes()).singleElement().asString().contains("beginning and its end are searched");
    }

    @Test
    void filtersThatTheIndexDoesNotKnowAreRefused() {
        assertThatThrownBy(
                () -> search.search(new Query("x", "hybrid", 3, List.of(FieldCondition.equal("colour", "red")), false)))
                .hasMessage("filter field 'colour' is unknown; allowed are file, kind, language, section, title, type");
        assertThatThrownBy(
                () -> search.search(new Query("x", "hybrid", 3, List.of(FieldCondition.equal("type", "Easy")), false)))
                .hasMessage("filter value 'Easy' is unknown for type; allowed are Basic, Deep, Hands-On");
    }

    @Test
    void relatedEntriesAreAboutTheSame() {
        EntryId longformer = new EntryId(
                "models.md#q24-how-do-bigbird-and-longformer-differ-in-attention-and-efficiency");
        Results related = new Related(search).of(longformer, 3).orElseThrow();
        assertThat(related.hits()).hasSize(3).extracting(hit -> hit.entry().id()).doesNotContain(longformer);
        assertThat(related.hits().getFirst().entry().number()).isEqualTo("21");
        assertThat(new Related(search).of(new EntryId("models.md#nope"), 3)).isEmpty();
    }

    @Test
    void comparisonsCountWhatListsShare() {
        Comparison comparison = new Compare(search).run(Query.of("gates against forgetting", "hybrid"),
                List.of("lexical", "dense"));
        assertThat(comparison.overlap()).singleElement().satisfies(overlap -> {
            assertThat(overlap.shared()).isLessThanOrEqualTo(overlap.of());
            assertThat(overlap.jaccard()).isBetween(0.0, 1.0);
        });
        assertThat(comparison.moves()).allSatisfy(move -> assertThat(move.ranks()).isNotEmpty());
        assertThatThrownBy(() -> new Compare(search).run(Query.of("x", "hybrid"), List.of("dense")))
                .isInstanceOf(QueryException.class).hasMessageContaining("2 to 12");
    }

    @Test
    void hybridIsNotBelowItsPartsOnTheSeedsJudgments() {
        JudgedCollection judgments = JudgedCollection.read(SeedFixture.FOLDER.resolve("judgments"));
        assertThat(judgments.answerable().size()).isGreaterThanOrEqualTo(120);
        assertThat(judgments.queries().size() - judgments.answerable().size()).isGreaterThanOrEqualTo(20);
        Evaluation evaluation = assertHybridIsNotBelowItsParts(judgments);
        // On 27 entries nothing is beyond depth; and only what ranked is a reason.
        assertThat(reasons(evaluation, "lexical")).isSubsetOf(RankingFailure.Reason.NO_COMMON_WORD,
                RankingFailure.Reason.FEWER_WORDS,
                RankingFailure.Reason.NEAR_TIE, RankingFailure.Reason.SAME_QUESTION);
        assertThat(reasons(evaluation, "dense")).isSubsetOf(RankingFailure.Reason.FARTHER,
                RankingFailure.Reason.NEAR_TIE,
                RankingFailure.Reason.SAME_QUESTION);
        assertThat(reasons(evaluation, "hybrid")).contains(RankingFailure.Reason.MISLED_BY_MEANING,
                RankingFailure.Reason.NO_COMMON_WORD);
    }

    @Test
    void norOnThoseOfASecondAuthor() {
        assertHybridIsNotBelowItsParts(JudgedCollection.read(SeedFixture.FOLDER.resolve("judgments-second")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attention", "transformers", "word2vec", "self-attention"})
    void byWordsAloneTheOrderIsThatOfTheWords(String word) {
        List<Hit> hits = search.search(new Query(word, "lexical", 9, List.of(), true)).hits();
        assertThat(hits.getFirst().lexical().rank()).isEqualTo(1);
        assertThat(hits).extracting(hit -> hit.lexical().rank()).isSorted();
        assertThat(hits).extracting(Hit::score).allMatch(score -> score <= 1);
    }

    @Test
    void whatIsNoQuestionHasNoResultsInAnEvaluation() {
        JudgedCollection messages = new JudgedCollection("messages",
                List.of(new JudgedQuery("q1", "\uD83D\uDE00 ?!"), new JudgedQuery("q2", " "),
                        new JudgedQuery("q3", "What is word2vec?")),
                Map.of("q1", Map.of("models.md#nowhere", 1)));
        Evaluation evaluation = new Evaluator(search, List.of()).run(messages, List.of("lexical"));
        List<Outcome> outcomes = Objects.requireNonNull(evaluation.outcomes().get("lexical"));
        assertThat(outcomes).extracting(outcome -> outcome.ids().isEmpty()).containsExactly(true, true, false);
        assertThat(outcomes).extracting(Outcome::answerable).containsExactly(true, false, false);
        assertThat(outcomes.getFirst().confident()).isFalse();
    }

    private Evaluation assertHybridIsNotBelowItsParts(JudgedCollection judgments) {
        Evaluation evaluation = new Evaluator(search, List.of()).run(judgments, List.of("lexical", "dense", "hybrid"));
        assertThat(hit1(evaluation, "hybrid")).isGreaterThanOrEqualTo(hit1(evaluation, "lexical"))
                .isGreaterThanOrEqualTo(hit1(evaluation, "dense"));
        return evaluation;
    }

    private static List<RankingFailure.Reason> reasons(Evaluation evaluation, String mode) {
        return Objects.requireNonNull(evaluation.outcomes().get(mode)).stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.miss())).map(RankingFailure::reason).distinct().toList();
    }

    private static double hit1(Evaluation evaluation, String mode) {
        return Objects.requireNonNull(evaluation.modes().get(mode)).mean().hit1();
    }
}
