package dev.qorpus.models.djl;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenRows;
import dev.qorpus.models.vectors.TokenSpans;
import dev.qorpus.models.vectors.UnitVectors;

import static org.assertj.core.api.Assertions.assertThat;

class TokenVectorsTest {

    private static List<String> words(String text, TokenSpans spans) {
        return IntStream.range(0, spans.size()).mapToObj(i -> text.substring(spans.starts()[i], spans.ends()[i]))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "minilm-q", "bge", "e5"})
    void tokensAreThoseWithALetterOrADigit(String model) {
        String text = "  What is a 🙂 gradient, in C++ 17?";
        try (Embedder embedder = DjlModels.open(Models.spec(model), 1)) {
            List<String> expected = List.of("What", "is", "a", "gradient", "in", "C", "17");
            Embedding question = embedder.queryTokens(text);
            Embedding passage = embedder.passageTokens(List.of(text)).getFirst();

            assertThat(words(text, question.tokens().spans())).isEqualTo(expected);
            assertThat(words(text, passage.tokens().spans())).isEqualTo(expected);
            assertThat(words(text, embedder.tokenSpans(text))).isEqualTo(expected);
            assertThat(question.tokens().rows()).hasDimensions(7, TokenAxes.AXES);
            assertThat(question.vector()).isEqualTo(embedder.embedQuery(text));
            assertThat(passage.vector()).isEqualTo(embedder.embedPassages(List.of(text))[0]);
        }
    }

    /** In context, "bank" of a river is nearer to a shore than to a bank with money. */
    @ParameterizedTest
    @CsvSource({"He sat on the bank of the river, the bank gave him a loan, they walked along the shore"})
    void aTokenIsSeenInItsContext(String river, String money, String shore) {
        try (Embedder embedder = DjlModels.open(Models.spec(Models.DEFAULT), 1)) {
            List<Embedding> embedded = embedder.passageTokens(List.of(river, money, shore));
            float[] byRiver = row(river, "bank", embedded.get(0).tokens());
            float[] withMoney = row(money, "bank", embedded.get(1).tokens());
            float[] atShore = row(shore, "shore", embedded.get(2).tokens());

            assertThat(UnitVectors.dot(byRiver, atShore)).isGreaterThan(UnitVectors.dot(withMoney, atShore));
        }
    }

    private static float[] row(String text, String word, TokenRows tokens) {
        return tokens.rows()[words(text, tokens.spans()).indexOf(word)];
    }

    @Test
    void wordVectorsHaveNoTokensInContext() {
        try (Embedder embedder = DjlModels.open(Models.spec("word-vectors"), 1)) {
            assertThat(embedder.spec().tokenAxes()).isEmpty();
            assertThat(embedder.queryTokens("a gradient").tokens().rows()).isEmpty();
        }
    }
}
