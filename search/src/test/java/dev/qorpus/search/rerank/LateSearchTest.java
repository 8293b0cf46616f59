package dev.qorpus.search.rerank;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.result.AlignedWord;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.RetrieverKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Late interaction on the seed, with indexes that have the vectors of tokens and one that lacks them. */
class LateSearchTest {

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static LuceneBackend without;

    @BeforeAll
    static void index() {
        Indexer indexer = new Indexer(SeedFixture.MODELS, Progress.NONE);
        index(indexer, home.resolve("with"));
        index(indexer.withoutTokens(), home.resolve("without"));
        backend = LuceneBackend.open(home.resolve("with"));
        without = LuceneBackend.open(home.resolve("without"));
    }

    private static void index(Indexer indexer, Path folder) {
        try (LuceneSink sink = LuceneSink.open(folder)) {
            indexer.index(Corpus.of(List.of(SeedFixture.FOLDER)), sink, List.of(), false);
        }
    }

    @AfterAll
    static void close() {
        backend.close();
        without.close();
    }

    private static Search search(LuceneBackend some) {
        return new Search(some, SeedFixture.MODELS, SearchSettings.DEFAULT);
    }

    private static Results explained(LuceneBackend some, String question, String mode) {
        return search(some).search(new Query(question, mode, 10, List.of(), true));
    }

    @Test
    void hybridHasAThirdWitness() {
        Hit first = explained(backend, "which loss should I use when robot sensors are noisy", Mode.HYBRID).hits()
                .getFirst();
        Explanation explanation = Objects.requireNonNull(first.explanation());

        assertThat(first.late().rank()).isEqualTo(1);
        assertThat(explanation.parts()).extracting(ScorePart::name).containsExactly(RetrieverKind.LEXICAL,
                RetrieverKind.DENSE, RetrieverKind.LATE);
        assertThat(explanation.parts().stream().mapToDouble(ScorePart::weight).sum()).isCloseTo(1, within(1e-9));
        assertThat(explanation.parts().stream().mapToDouble(ScorePart::contribution).sum())
                .isCloseTo(first.score(), within(1e-9));
    }

    @Test
    void aShortQuestionGivesItLessWeight() {
        assertThat(lateWeight("word2vec")).isLessThan(lateWeight("how does word2vec learn vectors for words"));
        assertThat(lateWeight("how does word2vec learn the vectors of words that occur in very many long sentences"))
                .isEqualTo(0.5);
    }

    private static double lateWeight(String question) {
        return Objects.requireNonNull(explained(backend, question, Mode.HYBRID).hits().getFirst().explanation()).parts()
                .getLast().weight();
    }

    /** Each pair is one that a reader would draw a line between. */
    @ParameterizedTest
    @CsvSource({"which words did the model never see in training, words, words",
            "how does it learn representations of words, learn, learn"})
    void wordsAreAligned(String question, String word, String partner) {
        List<AlignedWord> alignment = Objects
                .requireNonNull(explained(backend, question, Mode.HYBRID).hits().getFirst().explanation()).alignment();

        assertThat(alignment).filteredOn(pair -> pair.word().equals(word)).singleElement().satisfies(pair -> {
            assertThat(pair.partner()).isEqualToIgnoringCase(partner);
            assertThat(question.substring(pair.asked().start(), pair.asked().end())).isEqualTo(word);
        });
    }

    @Test
    void partnersStandWhereTheySay() {
        for (Hit hit : explained(backend, "gates against the vanishing gradient", Mode.LATE).hits()) {
            for (AlignedWord pair : Objects.requireNonNull(hit.explanation()).alignment()) {
                String text = pair.inQuestion() ? hit.entry().question() : hit.entry().answer().text();
                assertThat(text.substring(pair.found().start(), pair.found().end())).isEqualTo(pair.partner());
            }
        }
    }

    @Test
    void lateModeRanksByTokensAlone() {
        List<Hit> hits = explained(backend, "chop an image into squares before the transformer sees it", Mode.LATE)
                .hits();

        assertThat(hits).extracting(hit -> hit.late().score()).isSortedAccordingTo((one, other) -> Double.compare(other,
                one));
        assertThat(hits).extracting(hit -> hit.late().rank()).startsWith(1, 2, 3);
    }

    @Test
    void anIndexWithoutTokensAnswersByWordsAndMeaning() {
        String question = "my transformer runs out of memory on long inputs";

        assertThat(without.manifest().hasTokens()).isFalse();
        assertThat(ids(without, question, Mode.HYBRID)).isEqualTo(ids(backend, question, "bm25+" + Models.DEFAULT));
        assertThat(explained(without, question, Mode.HYBRID).hits().getFirst().late().rank()).isZero();
        assertThatThrownBy(() -> explained(without, question, Mode.LATE)).isInstanceOf(QueryException.class)
                .hasMessageContaining("qorpus index --rebuild");
        assertThat(Mode.names(without.manifest())).doesNotContain(Mode.LATE);
        assertThat(Mode.names(backend.manifest())).contains(Mode.LATE);
    }

    @Test
    void tokensAreNotDroppedInSilence() {
        Indexer indexer = new Indexer(SeedFixture.MODELS, Progress.NONE).withoutTokens();
        assertThatThrownBy(() -> index(indexer, home.resolve("with"))).isInstanceOf(IndexException.class)
                .hasMessageContaining("--rebuild --no-late");
    }

    private static List<String> ids(LuceneBackend some, String question, String mode) {
        return explained(some, question, mode).hits().stream().map(hit -> hit.entry().id().value()).toList();
    }
}
