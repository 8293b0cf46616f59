package dev.qorpus.indexer.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextAnalysisTest {

    private final TextAnalysis english = TextAnalysis.of(Locale.ENGLISH);

    private static List<String> terms(List<Word> words) {
        return words.stream().map(Word::term).toList();
    }

    @Test
    void englishTextIsStemmedAndLosesItsStopWords() {
        assertThat(terms(english.words("The vectors of the IDEs' words"))).containsExactly("vector", "id", "word");
        assertThat(english.terms("a vector, two vectors")).containsEntry("vector", 2).containsEntry("two", 1);
    }

    @Test
    void contentWordsAreThoseThatTellWhatATextIsAbout() {
        assertThat(terms(english.contentWords("How can I use 42 vectors in a search?"))).containsExactly("vector",
                "search");
    }

    @Test
    void placesAreThoseInTheText() {
        assertThat(english.spans(Set.of("cplusplu"), "in C++ too")).containsExactly(new Span(3, 6));
    }

    @Test
    void typedWordsLoseCaseAndAccentsAndNothingElse() {
        assertThat(terms(TextAnalysis.typed().words("Is it Über-naïve?"))).containsExactly("is", "it", "uber", "naive");
    }

    @Test
    void unstemmedWordsLoseTheirCaseOnly() {
        assertThat(terms(TextAnalysis.unstemmed().words("The Cafés"))).containsExactly("the", "cafés");
    }

    @Test
    void aLanguageWithoutAnAnalyzerIsRefused() {
        assertThatThrownBy(() -> TextAnalysis.of(Locale.FRENCH)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'fr'");
    }
}
