package dev.qorpus.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** A text without names of programming languages or letters with accents takes a shorter way, with the same result. */
class CodeAwareAnalyzerTest {

    private final TextAnalysis analysis = TextAnalysis.of(List.of("en"));

    private static final String[] PIECES = {"C", "f", "+", "++", "#", ".", ".net", ".NET", "n", "et", " ", "words",
            "ies", "\n", "é"};

    private static final String[] SIGNS = {"‘", "’", "“", "…", "n", "net", "C", "™", "№", "．", "＃", "½", "—", "\u00A0",
            "\u202F", "→", "🚀", "\uFE0F", "don’t", "word", " ", "get_name", "HttpClient"};

    @Test
    void aNameAtTheEndChangesNothingBeforeIt() {
        Property.of(Texts.mixtures(12, PIECES)).shrunkBy(Shrinking::list)
                .holds(1_000, 20261129, pieces -> assertUnchanged(String.join("", pieces)));
    }

    @Test
    void aLetterWithAnAccentAtTheEndChangesNothingBeforeIt() {
        Property.of(Texts.mixtures(12, SIGNS)).shrunkBy(Shrinking::list).holds(2_000, 20261130, pieces -> {
            String text = String.join("", pieces);
            // Text with signs alone takes a shorter way, too.
            List<IndexedTerm> terms = analysis.tokens(text);
            assertThat(analysis.tokens(text + " caf\u00E9").subList(0, terms.size())).isEqualTo(terms);
        });
    }

    private void assertUnchanged(String text) {
        List<Word> expected = new ArrayList<>(analysis.words(text));
        expected.add(new Word("cplusplu", new Span(text.length() + 1, text.length() + 4)));
        assertThat(analysis.words(text + " c++")).isEqualTo(expected);
    }
}
