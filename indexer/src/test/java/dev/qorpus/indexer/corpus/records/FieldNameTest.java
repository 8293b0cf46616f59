package dev.qorpus.indexer.corpus.records;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.indexer.corpus.ParseResult;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.records.FieldName.Role;

import static org.assertj.core.api.Assertions.assertThat;

class FieldNameTest {

    @ParameterizedTest
    @CsvSource({"Question, QUESTION", "QUESTIONS, QUESTION", "question_text, QUESTION", "questionText, QUESTION",
            "Customer Question, QUESTION", "question (en), QUESTION", "Frage, QUESTION", "问题, QUESTION",
            "prompt, QUESTION",
            "Front, QUESTION", "Response, ANSWER", "Antwort, ANSWER", "Réponse, ANSWER", "best-answer, ANSWER",
            "acceptedAnswer, ANSWER", "completion, ANSWER", "Explanation, EXPLANATION", "text, BODY",
            "Kategorie, SECTION",
            "_id, ID", "has_answer, LABEL", "Question ID, LABEL", "number of answers, LABEL", "wrong answer, LABEL",
            "Owner, LABEL", "'', LABEL"})
    void theNameTellsWhatAFieldContains(String name, Role role) {
        assertThat(FieldName.of(name).role()).isEqualTo(role);
    }

    @Test
    void frontAndBackAreACard() {
        assertThat(ParseResult.of("a.csv", "Front,Back\nloam,soil\n").entries()).singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(EntryKind.CARD));
        assertThat(ParseResult.of("a.csv", "Question,Back\nloam,soil\n").entries()).singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(EntryKind.QUESTION));
    }
}
