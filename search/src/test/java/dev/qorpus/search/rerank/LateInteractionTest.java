package dev.qorpus.search.rerank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenSpans;
import dev.qorpus.models.vectors.UnitVectors;
import dev.qorpus.search.backend.lookup.QueryTerm;
import dev.qorpus.search.rerank.TokenAlignment.Compared;
import dev.qorpus.search.result.AlignedWord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class LateInteractionTest {

    private static final float[][] ROWS = rows();
    private static final TokenAxes AXES = TokenAxes.of(ROWS);

    private static float[][] rows() {
        Random random = new Random(3);
        float[][] rows = new float[500][TokenAxes.AXES];
        for (float[] row : rows) {
            for (int d = 0; d < row.length; d++) {
                row[d] = (float) random.nextGaussian();
            }
        }
        return UnitVectors.normalised(rows);
    }

    private static float[][] tokens(int... numbers) {
        float[][] tokens = new float[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
            tokens[i] = AXES.project(ROWS[numbers[i]]);
        }
        return tokens;
    }

    private static byte[] packed(int... numbers) {
        return AXES.pack(tokens(numbers));
    }

    @Test
    void theBestPassageCounts() {
        LateInteraction late = new LateInteraction(AXES, tokens(1, 2), new double[]{1, 1});

        TokenMatch match = late.match(List.of(packed(3, 4, 1), packed(2, 9, 1, 8), packed(5))).orElseThrow();

        assertThat(match.passage()).isEqualTo(1);
        assertThat(match.score()).isCloseTo(1, within(0.03));
        // Both words in one passage are more than each in another.
        assertThat(late.match(List.of(packed(1, 3), packed(2, 4))).orElseThrow().score()).isLessThan(0.8);
    }

    @Test
    void aHeavyTokenDecides() {
        LateInteraction late = new LateInteraction(AXES, tokens(1, 2), new double[]{5, 1});

        assertThat(late.match(List.of(packed(2, 3), packed(1, 3))).orElseThrow().passage()).isEqualTo(1);
    }

    @Test
    void anEntryOfSignsIsNotCompared() {
        LateInteraction late = new LateInteraction(AXES, tokens(1), new double[]{1});

        assertThat(late.match(List.of())).isEmpty();
        assertThat(late.match(List.of(new byte[0]))).isEmpty();
        assertThat(late.match(List.of(new byte[0], packed(7))).orElseThrow().passage()).isEqualTo(1);
    }

    @Test
    void entriesAreComparedTogetherAsEachAlone() {
        LateInteraction late = new LateInteraction(AXES, tokens(1, 2, 3), new double[]{2, 0, 1});
        Random random = new Random(5);
        List<List<byte[]>> entries = new ArrayList<>();
        for (int entry = 0; entry < 60; entry++) {
            List<byte[]> passages = new ArrayList<>();
            for (int passage = random.nextInt(4); passage > 0; passage--) {
                passages.add(packed(random.ints(random.nextInt(60), 0, ROWS.length).toArray()));
            }
            entries.add(passages);
        }

        assertThat(late.matches(entries)).containsExactlyElementsOf(entries.stream().map(late::match).toList())
                .anyMatch(Optional::isEmpty);
    }

    @Test
    void tokensWeighAsTheirWordsDo() {
        // "un", "seen" are parts of one word; "the" is in no content word.
        TokenSpans spans = new TokenSpans(new int[]{0, 4, 6, 11}, new int[]{3, 6, 10, 16});
        List<Word> words = List.of(new Word("unseen", new Span(4, 10)), new Word("word", new Span(11, 16)));

        assertThat(TokenWeights.of(spans, words,
                List.of(new QueryTerm("unseen", 0, 3.5, 2), new QueryTerm("word", 1, 1.5, 20))))
                .containsExactly(0.2, 3.5, 3.5, 1.5);
    }

    @Test
    void partnersAreWholeWordsInTheirOwnText() {
        String question = "unseen words";
        TokenSpans asked = new TokenSpans(new int[]{0, 2, 7}, new int[]{2, 6, 12});
        LateInteraction late = new LateInteraction(AXES, tokens(1, 2, 3), new double[]{2, 2, 1});
        TokenAlignment alignment = new TokenAlignment(late, question, asked,
                List.of(new Word("unseen", new Span(0, 6)), new Word("word", new Span(7, 12))));
        // The tokens of "Which words?" and "a novelty", whose word has two tokens.
        String text = "Which words?\na novelty";
        TokenSpans found = new TokenSpans(new int[]{0, 6, 13, 15, 20}, new int[]{5, 11, 14, 20, 22});

        List<AlignedWord> aligned = alignment.with(new Compared("Which words?", text, 40), packed(8, 3, 9, 2, 7),
                found);

        assertThat(aligned).extracting(AlignedWord::word, AlignedWord::partner, AlignedWord::inQuestion)
                .containsExactly(tuple("unseen", "novelty", false),
                        tuple("words", "words", true));
        assertThat(aligned.get(0).found()).isEqualTo(new Span(42, 49));
        assertThat(aligned.get(1).found()).isEqualTo(new Span(6, 11));
        assertThat(aligned).extracting(AlignedWord::weight).containsExactly(0.8, 0.2);
        assertThat(aligned).allSatisfy(word -> assertThat(word.cosine()).isGreaterThan(0.95));
    }
}
