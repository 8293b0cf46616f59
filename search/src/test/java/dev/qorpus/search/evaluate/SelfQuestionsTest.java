package dev.qorpus.search.evaluate;

import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.evaluate.SelfQuestions.Hidden;
import dev.qorpus.search.evaluate.SelfQuestions.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class SelfQuestionsTest {

    private static final String ANSWER = "Water it seldom. A cactus keeps water in its stem for many dry weeks. "
            + "Too much of it lets the roots rot.";

    @Test
    void whatIsAskedIsTakenOutOfTheEntry() {
        SelfQuestions questions = new SelfQuestions(10);
        questions.add(entry(1, "How often does a cactus want watering?", ANSWER));
        Hidden hidden = questions.corpus().getFirst();
        assertThat(hidden.text()).isEqualTo("Water it seldom.   Too much of it lets the roots rot.");
        assertThat(asked(questions, Kind.QUESTION)).isEqualTo("How often does a cactus want watering?");
        assertThat(asked(questions, Kind.SENTENCE))
                .isEqualTo("A cactus keeps water in its stem for many dry weeks.");
        assertThat(asked(questions, Kind.MISSPELT)).isEqualTo("how often does a cactus want watreing?");
        assertThat(asked(questions, Kind.KEYWORDS)).isEqualTo("does how often");
        assertThat(questions.questions(Kind.QUESTION).relevant("self-0")).containsOnlyKeys(hidden.id());
    }

    @Test
    void entriesWithHardlyAnAnswerStayOut() {
        SelfQuestions questions = new SelfQuestions(10);
        questions.add(entry(1, "Really?", "Yes."));
        questions.add(entry(2, "?", ANSWER));
        assertThat(questions.seen()).isZero();
        assertThat(questions.corpus()).isEmpty();
    }

    @Test
    void theSampleIsBoundedAndTheSameEachTime() {
        assertThat(sample()).hasSize(5).isEqualTo(sample());
    }

    private static List<String> sample() {
        SelfQuestions questions = new SelfQuestions(5);
        for (int i = 0; i < 100; i++) {
            questions.add(entry(i, "Question " + i, ANSWER));
        }
        assertThat(questions.seen()).isEqualTo(100);
        return questions.questions(Kind.QUESTION).queries().stream().map(JudgedQuery::text).toList();
    }

    private static String asked(SelfQuestions questions, Kind kind) {
        return questions.questions(kind).queries().getFirst().text();
    }

    private static Entry entry(int line, String question, String answer) {
        return new Entry(new EntryId("a.md#" + line), EntryKind.QUESTION, null, question, new Answer(answer, answer),
                Context.NONE, new TreeMap<>(), "a.md", line);
    }
}
