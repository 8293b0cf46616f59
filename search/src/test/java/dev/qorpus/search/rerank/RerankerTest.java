package dev.qorpus.search.rerank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.CrossEncoder;
import dev.qorpus.models.CrossEncoderSpec;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.RetrieverKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A real, if small, cross-encoder in hybrid mode: it finds that a passage answers if the passage has the word red (log-odds
 * 3), rather if it has green (1.5), rather not for blue (-0.5), and not for others (-4).
 */
class RerankerTest {

    private static final String QUESTION = "How is a fence painted?";
    private static final String CORPUS = """
            # Paint

            ## How is a fence painted?

            With a wide brush and blue paint.

            ## How is a garden fence painted in spring?

            Use green paint for it.

            ## How is a door painted?

            Use red paint for it.

            ## How is a fence mended?

            With a hammer and some nails.
            """;
    private static final Path MODEL = Path.of("../models/src/test/resources/reranker");

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static CrossEncoder encoder;

    @BeforeAll
    static void index() throws IOException {
        backend = IndexedCorpus.ofMarkdown(home, "paint.md", CORPUS);
        encoder = DjlModels.crossEncoder(MODEL.toString());
    }

    @AfterAll
    static void close() {
        backend.close();
        encoder.close();
    }

    private static Results ask(CrossEncoder model, int candidates, Duration limit, String mode) {
        // Not closed, since that closes the model.
        return new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT,
                new Reranker(model, candidates, limit, 2))
                .search(new Query(QUESTION, mode, 10, List.of(), true));
    }

    private static Results plain() {
        return new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT)
                .search(new Query(QUESTION, Mode.HYBRID, 10, List.of(), true));
    }

    private static List<String> questions(Results results) {
        return results.hits().stream().map(hit -> hit.entry().question()).toList();
    }

    private static Hit hit(Results results, String question) {
        return results.hits().stream().filter(hit -> hit.entry().question().contains(question)).findFirst()
                .orElseThrow();
    }

    @Test
    void whatItFindsLikelierMovesUp() {
        Results before = plain();
        Results after = ask(encoder, 20, Duration.ZERO, Mode.HYBRID);
        assertThat(hit(after, "door").rank()).isLessThan(hit(before, "door").rank());
        assertThat(hit(after, "door").rerank().rank()).isEqualTo(1);
        assertThat(hit(after, "door").rerank().score()).isEqualTo(3);
        assertThat(hit(after, "garden").rerank().score()).isEqualTo(1.5);
        assertThat(hit(after, "mended").rerank().score()).isEqualTo(-4);
        assertThat(hit(after, "door").dense()).isEqualTo(hit(before, "door").dense());
        assertThat(after.notes()).isEmpty();
    }

    @Test
    void itsPartIsTheShareOfWhatTheOthersGive() {
        Results after = ask(encoder, 20, Duration.ZERO, Mode.HYBRID);
        for (Hit hit : after.hits()) {
            Explanation explanation = Objects.requireNonNull(hit.explanation());
            assertThat(explanation.parts()).extracting(ScorePart::name).containsExactly(RetrieverKind.LEXICAL,
                    RetrieverKind.DENSE, RetrieverKind.LATE, RetrieverKind.RERANK);
            assertThat(explanation.parts().stream().mapToDouble(ScorePart::weight).sum()).isCloseTo(1, within(1e-9));
            assertThat(explanation.parts().stream().mapToDouble(ScorePart::contribution).sum())
                    .isCloseTo(hit.score(), within(1e-9));
        }
        // All four are read: their odds, and 1 for the case that none answers.
        double sum = Math.exp(3) + Math.exp(1.5) + Math.exp(-0.5) + Math.exp(-4) + 1;
        double all = share(hit(after, "door")) * sum / Math.exp(3);
        assertThat(all).isBetween(0.5, 1.0);
        assertThat(share(hit(after, "garden"))).isCloseTo(all * Math.exp(1.5) / sum, within(1e-9));
        assertThat(share(hit(after, "mended"))).isCloseTo(all * Math.exp(-4) / sum, within(1e-9));
    }

    /** The share of the cross-encoder's part, without the small part that is its probability. */
    private static double share(Hit hit) {
        double mixed = Objects.requireNonNull(hit.explanation()).parts().getLast().normalised();
        double probability = 1 / (1 + Math.exp(-hit.rerank().score()));
        return (mixed - RankingConstants.ABSOLUTE_WEIGHT * probability) / (1 - RankingConstants.ABSOLUTE_WEIGHT);
    }

    @Test
    void onlyTheFirstCandidatesAreRead() {
        Results before = plain();
        Results after = ask(encoder, 2, Duration.ZERO, Mode.HYBRID);
        assertThat(after.hits()).filteredOn(hit -> hit.rerank().rank() > 0).hasSize(2)
                .extracting(hit -> hit.entry().question())
                .containsExactlyInAnyOrderElementsOf(questions(before).subList(0, 2));
        assertThat(questions(after).subList(2, 4)).isEqualTo(questions(before).subList(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lexical", "dense", "weighted", "rrf", "late"})
    void otherModesAreNotReranked(String mode) {
        assertThat(ask(encoder, 20, Duration.ZERO, mode).hits()).allSatisfy(
                hit -> assertThat(hit.rerank().rank()).isZero());
    }

    /** Reads one entry after the other, and waits before each but the first ones. */
    private record Slow(CrossEncoder encoder, AtomicInteger begun, int quick,
            CountDownLatch end) implements CrossEncoder {

        @Override
        public CrossEncoderSpec spec() {
            return encoder.spec();
        }

        @Override
        public double score(String question, String passage) {
            if (begun.incrementAndGet() > quick) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new ModelException(spec().name(), "was interrupted", e);
                }
            }
            return encoder.score(question, passage);
        }

        @Override
        public void close() {
            end.countDown();
        }
    }

    @Test
    void theTimeLimitEndsTheReading() {
        Results before = plain();
        try (CrossEncoder slow = new Slow(encoder, new AtomicInteger(), 2, new CountDownLatch(1))) {
            Results after = ask(slow, 20, Duration.ofMillis(200), Mode.HYBRID);
            assertThat(after.tookMillis()).isGreaterThanOrEqualTo(200).isLessThan(5_000);
            assertThat(after.notes()).containsExactly(
                    "The reranker read 2 of 4 candidates in its 200 ms; the others keep their places.");
            assertThat(after.hits()).filteredOn(hit -> hit.rerank().rank() > 0).hasSize(2);
            assertThat(questions(after).subList(2, 4)).isEqualTo(questions(before).subList(2, 4));
        }
    }

    @Test
    void withoutTimeNothingChanges() {
        try (CrossEncoder slow = new Slow(encoder, new AtomicInteger(), 0, new CountDownLatch(1))) {
            Results after = ask(slow, 20, Duration.ofMillis(20), Mode.HYBRID);
            assertThat(questions(after)).isEqualTo(questions(plain()));
            assertThat(after.hits().getFirst().score()).isEqualTo(plain().hits().getFirst().score());
            assertThat(after.notes()).singleElement().asString().startsWith("The reranker read 0 of 4");
        }
    }

    @Test
    void aModelThatFailsLeavesTheOrder() {
        CrossEncoder closed = DjlModels.crossEncoder(MODEL.toString());
        closed.close();
        Results after = ask(closed, 20, Duration.ZERO, Mode.HYBRID);
        assertThat(questions(after)).isEqualTo(questions(plain()));
        assertThat(after.notes()).singleElement().asString().startsWith("The reranker failed");
    }

    @Test
    void aModelOfAnotherLanguageIsNotAsked() {
        CrossEncoderSpec spec = encoder.spec();
        record Other(CrossEncoder encoder, CrossEncoderSpec spec) implements CrossEncoder {

            @Override
            public double score(String question, String passage) {
                throw new AssertionError("is read");
            }

            @Override
            public void close() {
                encoder.close();
            }
        }
        CrossEncoder japanese = new Other(encoder, new CrossEncoderSpec(spec.name(), spec.maxTokens(), spec.graph(),
                spec.labels(), spec.source(), Set.of("ja")));
        Results after = ask(japanese, 20, Duration.ZERO, Mode.HYBRID);
        assertThat(after.notes()).isEmpty();
        assertThat(questions(after)).isEqualTo(questions(plain()));
    }
}
