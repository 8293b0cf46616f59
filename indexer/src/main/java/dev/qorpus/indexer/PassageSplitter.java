package dev.qorpus.indexer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.qorpus.indexer.schema.Passage;

/**
 * Splits an answer into passages at the ends of lines and sentences. A passage has as many sentences as fit into a number
 * of words. Short passages with their question are found better than whole answers (see
 * docs/adr/0014-short-passages-that-carry-their-question.md), and they are shown to the reader.
 */
public final class PassageSplitter {

    private final int words;

    /** @param words the highest number of words in a passage; a longer sentence is split between words */
    public PassageSplitter(int words) {
        this.words = words;
    }

    /** Splits an answer. The passages are in order, do not overlap, and leave out only white space. */
    public List<Passage> split(String answer) {
        List<Passage> passages = new ArrayList<>();
        int start = -1;
        int end = 0;
        int count = 0;
        for (Passage piece : pieces(answer)) {
            int more = countWords(piece.of(answer));
            if (start >= 0 && count + more > words) {
                passages.add(new Passage(start, end));
                start = -1;
                count = 0;
            }
            start = start < 0 ? piece.start() : start;
            end = piece.end();
            count += more;
        }
        if (start >= 0) {
            passages.add(new Passage(start, end));
        }
        return passages;
    }

    /** The sentences of an answer, trimmed. None is empty, or longer than a passage may be. */
    private List<Passage> pieces(String answer) {
        List<Passage> pieces = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        int lineStart = 0;
        for (String line : answer.split("\n", -1)) {
            sentences.setText(line);
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
                addCut(answer, lineStart + from, lineStart + to, pieces);
            }
            lineStart += line.length() + 1;
        }
        return pieces;
    }

    private void addCut(String answer, int from, int to, List<Passage> pieces) {
        int start = from;
        int count = 0;
        boolean inWord = false;
        for (int i = from; i < to; i++) {
            boolean blank = Character.isWhitespace(answer.charAt(i));
            if (!blank && !inWord && count++ == words) {
                addTrimmed(answer, start, i, pieces);
                start = i;
                count = 1;
            }
            inWord = !blank;
        }
        addTrimmed(answer, start, to, pieces);
    }

    private static void addTrimmed(String answer, int from, int to, List<Passage> pieces) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(answer.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(answer.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            pieces.add(new Passage(start, end));
        }
    }

    private static int countWords(String text) {
        return text.split("\\s+").length;
    }
}
