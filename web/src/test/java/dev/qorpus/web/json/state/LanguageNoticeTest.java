package dev.qorpus.web.json.state;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageNoticeTest {

    @Test
    void aModelThatDoesNotKnowManyEntriesIsNamed() {
        assertThat(LanguageNotice.of(List.of("minilm"), Map.of("minilm", Set.of("en")), Map.of("ja", 82, "en", 18)))
                .contains("minilm knows English; 82 % of this corpus is Japanese: there, answers go by words."
                        + " Add a model: qorpus index --rebuild --model minilm,DIR");
    }

    @Test
    void theModelOfTheCatalogueIsNamedThatKnowsThem() {
        assertThat(LanguageNotice.of(List.of("minilm"), Map.of("minilm", Set.of("en")), Map.of("zh", 1, "en", 3))
                .orElseThrow()).endsWith("--model minilm,bge-zh");
    }

    @Test
    void severalModelsKnowTheirLanguagesTogether() {
        Map<String, Set<String>> known = Map.of("minilm", Set.of("en"), "bge-zh", Set.of("zh"));
        List<String> spaces = List.of("minilm", "bge-zh");
        assertThat(LanguageNotice.of(spaces, known, Map.of("zh", 50, "en", 50))).isEmpty();
        assertThat(LanguageNotice.of(spaces, known, Map.of("zh", 50, "de", 50)).orElseThrow())
                .startsWith("minilm and bge-zh know Chinese and English; 50 % of this corpus is German");
    }

    @Test
    void fewForeignEntriesAndKnownLanguagesAreNoReasonForALine() {
        List<String> minilm = List.of("minilm");
        Map<String, Set<String>> english = Map.of("minilm", Set.of("en"));
        assertThat(LanguageNotice.of(minilm, english, Map.of("de", 5, "en", 95))).isEmpty();
        assertThat(LanguageNotice.of(minilm, english, Map.of("en", 95))).isEmpty();
        assertThat(LanguageNotice.of(minilm, english, Map.of())).isEmpty();
        assertThat(LanguageNotice.of(List.of("other"), Map.of("other", Set.of()), Map.of("ja", 95))).isEmpty();
    }
}
