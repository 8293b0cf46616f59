package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

import static org.assertj.core.api.Assertions.assertThat;

/** A text without any name of a language is analysed by a shorter way, which must make no difference. */
class CodeAwareEnglishAnalyzerTest {

    private final CodeAwareEnglishAnalyzer analyzer = new CodeAwareEnglishAnalyzer();

    @Property
    void aNameBehindChangesNothingBefore(@ForAll("texts") String text) throws IOException {
        List<String> expected = new ArrayList<>(tokens(text));
        expected.add("cplusplu " + (text.length() + 1) + "-" + (text.length() + 4));
        assertThat(tokens(text + " c++")).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("C", "f", "+", "++", "#", ".", ".net", ".NET", "n", "et", " ", "words", "ies", "\n", "é")
                .list().ofMaxSize(12).map(parts -> String.join("", parts));
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
