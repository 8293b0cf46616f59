package dev.qorpus.indexer.corpus.stackexchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.format.AnswerThread;
import dev.qorpus.indexer.corpus.html.HtmlToMarkdown;
import dev.qorpus.indexer.corpus.html.PlainText;

/**
 * Collects the answers to a question.
 *
 * @param last the place of the last answer to each question
 * @param answers the answers
 */
record Threads(LastAnswers last, SpillFile answers) {

    /** The highest number of answers of one question that are read. Real questions have a few hundred at most. */
    private static final int MOST = 500;

    private record Found(long place, SpillFile.Head head) {}

    /**
     * The answers to a question.
     *
     * @param accepted the id of the accepted answer, or 0
     */
    AnswerThread of(long question, long accepted) throws IOException {
        List<Found> found = new ArrayList<>();
        int further = 0;
        Comparator<Found> bestFirst = Comparator
                .comparingInt((Found one) -> one.head.id() == accepted ? 0 : 1)
                .thenComparingLong(one -> -one.head.score()).thenComparingLong(Found::place);
        for (long place = last.place(question); place >= 0;) {
            SpillFile.Head head = answers.head(place);
            found.add(new Found(place, head));
            if (found.size() == 2 * MOST) {
                found.sort(bestFirst);
                found.subList(MOST, found.size()).clear();
                further += MOST;
            }
            place = head.previous();
        }
        found.sort(bestFirst);
        AnswerThread thread = new AnswerThread();
        for (Found one : found) {
            thread.add(new AnswerThread.Reply(answer(answers.text(one.place)), one.head.score(),
                    one.head.id() == accepted));
        }
        thread.addUnread(further);
        return thread;
    }

    /** HTML as an answer; {@link Answer#NONE} if it has no text. */
    static Answer answer(String html) {
        if (html.isBlank()) {
            return Answer.NONE;
        }
        String markdown = HtmlToMarkdown.of(html);
        String text = PlainText.ofMarkdown(markdown);
        return text.isEmpty() ? Answer.NONE : new Answer(markdown, text);
    }
}
