package dev.qorpus.web.cli.text;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTextTest {

    @Test
    void aModelThatDoesNotKnowManyEntriesIsNamed() {
        assertThat(LanguageText.warning("minilm", Set.of("en"), Map.of("ja", 82, "en", 18)).orElseThrow())
                .startsWith("minilm knows English; 82 % of this corpus is Japanese: there, answers go by words.");
    }

    @Test
    void fewForeignEntriesAndKnownLanguagesAreNoReasonForALine() {
        assertThat(LanguageText.warning("minilm", Set.of("en"), Map.of("de", 5, "en", 95))).isEmpty();
        assertThat(LanguageText.warning("minilm", Set.of("en"), Map.of("en", 95))).isEmpty();
        assertThat(LanguageText.warning("minilm", Set.of("en"), Map.of())).isEmpty();
        assertThat(LanguageText.warning("other", Set.of(), Map.of("ja", 95))).isEmpty();
    }
}
