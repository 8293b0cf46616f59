package dev.qorpus.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** A text without the name of a programming language takes a shorter way, with the same result. */
class CodeAwareAnalyzerTest {

    private final TextAnalysis analysis = TextAnalysis.of(List.of("en"));

    private static final String[] PIECES = {"C", "f", "+", "++", "#", ".", ".net", ".NET", "n", "et", " ", "words",
            "ies", "\n", "é"};

    @Test
    void aNameAtTheEndChangesNothingBeforeIt() {
        Property.of(Texts.mixtures(12, PIECES)).shrunkBy(Shrinking::list)
                .holds(1_000, 20261129, pieces -> assertUnchanged(String.join("", pieces)));
    }

    private void assertUnchanged(String text) {
        List<Word> expected = new ArrayList<>(analysis.words(text));
        expected.add(new Word("cplusplu", new Span(text.length() + 1, text.length() + 4)));
        assertThat(analysis.words(text + " c++")).isEqualTo(expected);
    }
}
