package dev.qorpus.indexer.check;

import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateQuestionsTest {

    @Test
    void questionsBeyondTheLimitAreNotComparedAndANoteSaysSo() {
        DuplicateQuestions check = new DuplicateQuestions(2);
        check.entry(entry(1, "Where is the key?"));
        check.entry(entry(2, "Where is the rope?"));
        check.entry(entry(3, "Where is the key?"));
        assertThat(check.findings()).isEmpty();
        assertThat(check.note()).contains(
                "only the first 2 questions were compared by their words; 1 further questions were not compared");
    }

    @Test
    void withinTheLimitThereIsNoNote() {
        DuplicateQuestions check = new DuplicateQuestions(2);
        check.entry(entry(1, "Where is the key?"));
        check.entry(entry(2, "Where is the key?"));
        assertThat(check.findings()).hasSize(1);
        assertThat(check.note()).isEmpty();
    }

    private static Entry entry(int line, String question) {
        return new Entry(new EntryId("shed.md#" + line), EntryKind.QUESTION, null, question,
                new Answer("On the hook.", "On the hook."), Context.NONE, new TreeMap<>(), "shed.md", line);
    }
}
