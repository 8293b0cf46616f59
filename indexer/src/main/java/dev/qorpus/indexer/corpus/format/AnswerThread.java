package dev.qorpus.indexer.corpus.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Answer;

/**
 * Several answers to one question, as one answer: the accepted answer first, then the others by score, and at the end what
 * the question says beyond its title.
 */
public final class AnswerThread {

    /** The longest answer in characters. What does not fit is counted. */
    static final int LONGEST = 1 << 20;

    private static final String RULE = "\n\n---\n\n";
    private static final int LONGEST_BODY = 300;

    /**
     * One answer.
     *
     * @param text its text
     * @param score its votes; null if they are not known
     * @param accepted whether the asker accepted it
     */
    public record Reply(Answer text, @Nullable Long score, boolean accepted) {

        /** The accepted answer, then the highest score; answers with equal scores keep their order. */
        public static final Comparator<Reply> BEST_FIRST = Comparator
                .comparingInt((Reply reply) -> reply.accepted ? 0 : 1)
                .thenComparingLong(reply -> reply.score == null ? 0L : -reply.score);

        /** Who valued the answer; empty if nothing is known. */
        String worth() {
            return (accepted ? "accepted answer" : "")
                    + (score == null ? "" : (accepted ? ", " : "") + "score " + score);
        }
    }

    private final List<Reply> replies = new ArrayList<>();
    private final Map<String, Answer> details = new LinkedHashMap<>();
    private long length;
    private int unread;

    /** Adds an answer, unless it is empty or repeats another. The best answers are added first: later ones may not fit. */
    public void add(Reply reply) {
        boolean repeated = replies.stream().anyMatch(other -> other.text().equals(reply.text()));
        if (reply.text().isEmpty() || repeated) {
            return;
        }
        length += reply.text().markdown().length();
        if (length > LONGEST && !replies.isEmpty()) {
            unread++;
        } else {
            replies.add(reply);
        }
    }

    /** Adds answers that were not read, because there are too many. */
    public void addUnread(int count) {
        unread += count;
    }

    /** Adds what the question says beyond its title, under a name such as {@code Question}. */
    public void addDetail(String name, Answer text) {
        if (!text.isEmpty()) {
            details.merge(name, text,
                    (a, b) -> new Answer(a.markdown() + "\n\n" + b.markdown(), a.text() + "\n\n" + b.text()));
        }
    }

    /** Whether there is an answer. */
    public boolean isAnswered() {
        return !replies.isEmpty();
    }

    /**
     * The question. One that has no answer is still searched by what it says beyond its title, so its beginning follows
     * the title.
     */
    public String question(String title) {
        if (isAnswered() || details.isEmpty()) {
            return title;
        }
        String body = details.values().iterator().next().text().replaceAll("\\s+", " ").strip();
        int end = body.length() <= LONGEST_BODY ? body.length() : Math.max(body.lastIndexOf(' ', LONGEST_BODY), 1);
        return title + " — " + body.substring(0, end) + (end < body.length() ? " …" : "");
    }

    /** All answers and details as one answer; empty if there is no answer. */
    public Answer answer() {
        if (replies.isEmpty()) {
            return Answer.NONE;
        }
        StringBuilder markdown = new StringBuilder();
        StringBuilder text = new StringBuilder();
        boolean ruled = replies.stream().anyMatch(reply -> !reply.worth().isEmpty());
        for (Reply reply : replies.stream().sorted(Reply.BEST_FIRST).toList()) {
            append(markdown, ruled ? RULE : "\n\n", reply.text().markdown());
            append(text, "\n\n", reply.text().text());
            if (!reply.worth().isEmpty()) {
                append(markdown, "\n\n", "— *" + reply.worth() + "*");
                append(text, "\n\n", "— " + reply.worth());
            }
        }
        if (unread > 0) {
            append(markdown, RULE, "*" + unread + " more answers are not shown.*");
            append(text, "\n\n", unread + " more answers are not shown.");
        }
        details.forEach((name, detail) -> {
            append(markdown, RULE, "**" + name + ":**\n\n" + detail.markdown());
            append(text, "\n\n", name + ":\n\n" + detail.text());
        });
        return new Answer(markdown.toString(), text.toString());
    }

    private static void append(StringBuilder to, String separator, String added) {
        to.append(to.isEmpty() ? "" : separator).append(added);
    }
}
