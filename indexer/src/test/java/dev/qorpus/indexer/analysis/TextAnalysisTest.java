package dev.qorpus.indexer.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextAnalysisTest {

    private final TextAnalysis english = TextAnalysis.of(List.of("en"));

    private static List<String> terms(List<Word> words) {
        return words.stream().map(Word::term).toList();
    }

    @Test
    void englishTextIsStemmedAndLosesItsStopWords() {
        assertThat(terms(english.words("The vectors of the IDEs' words"))).containsExactly("vector", "id", "word");
        assertThat(english.terms("a vector, two vectors")).startsWith(new WeightedTerm("vector", 1.5, 0),
                new WeightedTerm("two", 1, 1));
    }

    @Test
    void wordsOfQuestionsAreNoContentInTheirLanguage() {
        Map.of("de", "Wann brauche ich viele Bücher?", "zh", "可以借书吗", "ja", "本は何冊まで借りられますか", "ko", "책을 빌릴 수 있나요",
                "th", "ต้องใส่หมวกไหม", "ar", "هل يمكن حجز غرفة؟").forEach(
                        (language, question) -> assertThat(
                                TextAnalysis.of(List.of(language)).contentWords(question).stream()
                                        .map(word -> question.substring(word.span().start(), word.span().end()))
                                        .toList())
                                .as(language)
                                .doesNotContain("brauche", "viele", "可以", "书吗", "すか", "まで", "나요", "ต้อง", "هل", "يمكن")
                                .containsAnyOf("Bücher", "借书", "何冊", "빌릴", "หมวก", "حجز"));
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

}
