package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** A text without any name of a language is analysed by a shorter way, which must make no difference. */
class CodeAwareEnglishAnalyzerTest {

    private final CodeAwareEnglishAnalyzer analyzer = new CodeAwareEnglishAnalyzer();

    private static final String[] PIECES = {"C", "f", "+", "++", "#", ".", ".net", ".NET", "n", "et", " ", "words",
            "ies", "\n", "é"};

    @Test
    void aNameBehindChangesNothingBefore() {
        Property.of(Texts.mixtures(12, PIECES)).shrunkBy(Shrinking::list)
                .holds(1_000, 20261129, pieces -> assertUnchanged(String.join("", pieces)));
    }

    private void assertUnchanged(String text) throws IOException {
        List<String> expected = new ArrayList<>(tokens(text));
        expected.add("cplusplu " + (text.length() + 1) + "-" + (text.length() + 4));
        assertThat(tokens(text + " c++")).isEqualTo(expected);
    }

    /** Each term with its place. */
    private List<String> tokens(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(term + " " + offset.startOffset() + "-" + offset.endOffset());
            }
            tokens.end();
        }
        return found;
    }
}
