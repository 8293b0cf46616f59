package dev.qorpus.indexer.analysis;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({"Café, Cafe", "Straße, Strasse", "Ærø, AEro", "naïve, naive", "Łódź, Lodz", "Ελλάδα, Ελλαδα",
            "ﬁne, fine", "ＡＢＣ, ABC", "новый, новый", "हिन्दी, हिन्दी", "ภาษาไทย, ภาษาไทย", "한국어, 한국어", "plain, plain"})
    void accentsAreLeftOutWhereTheyAreNoLetters(String written, String folded) {
        assertThat(FoldedText.folded(written).text()).isEqualTo(folded);
        assertThat(FoldedText.folded(Normalizer.normalize(written, Normalizer.Form.NFD)).text())
                .isEqualTo(FoldedText.folded(written).text());
    }

    @Test
    void lettersWithMarksBecomeOneCharacterAndKeepTheirPlaces() {
        String written = "a Cafe\u0301 \u1112\u1161\u11AB b";
        FoldedText composed = FoldedText.composed(written);
        assertThat(composed.text()).isEqualTo("a Café 한 b");
        assertThat(composed.original(2, 6)).isEqualTo(new Span(2, 7));
        assertThat(composed.original(7, 8)).isEqualTo(new Span(8, 11));
        assertThat(composed.original(9, 10)).isEqualTo(new Span(12, 13));
    }

    @Test
    void aLetterThatBecomesTwoKeepsItsPlace() {
        FoldedText folded = FoldedText.folded("Straße da");
        assertThat(folded.text()).isEqualTo("Strasse da");
        assertThat(folded.original(0, 7)).isEqualTo(new Span(0, 6));
        assertThat(folded.original(8, 10)).isEqualTo(new Span(7, 9));
    }

    @Test
    void nothingIsThereToBeMapped() {
        assertThat(FoldedText.folded("").text()).isEmpty();
        assertThat(FoldedText.composed("").original(0, 0)).isEqualTo(new Span(0, 0));
    }
}
