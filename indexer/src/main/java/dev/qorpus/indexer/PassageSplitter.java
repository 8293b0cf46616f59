package dev.qorpus.indexer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.qorpus.indexer.schema.Passage;

/**
 * Splits an answer into passages at the ends of lines and sentences. A passage has as many sentences as fit into a number
 * of words. Short passages with their question are found better than whole answers (see
 * docs/adr/0014-short-passages-that-carry-their-question.md), and they are shown to the reader.
 */
public final class PassageSplitter {

    /** The marks at the ends of clauses in Chinese, Japanese and Arabic. */
    private static final String CLAUSE_ENDS = "，、；：،؛";

    /** The ends of sentences that Java does not know: Arabic, Devanagari, Armenian, Ethiopic, Khmer, Burmese, Tibetan. */
    private static final Pattern OTHER_STOPS = Pattern.compile("[؟۔।॥։።፧។៕။།]");
    /** One that it knows, with or without a blank after it. */
    private static final String KNOWN_STOP = "。";

    private final int limit;

    /** @param words the highest number of words in a passage; a longer sentence is split between words or clauses */
    public PassageSplitter(int words) {
        this.limit = words * PassageLength.WORD;
    }

    /** Splits an answer. The passages are in order, do not overlap, and leave out only white space. */
    public List<Passage> split(String answer) {
        List<Passage> passages = new ArrayList<>();
        int start = -1;
        int end = 0;
        int count = 0;
        for (Passage piece : pieces(answer)) {
            int more = PassageLength.of(piece.of(answer));
            if (start >= 0 && count + more > limit) {
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
            sentences.setText(OTHER_STOPS.matcher(line).replaceAll(KNOWN_STOP));
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
                addCut(answer, lineStart + from, lineStart + to, pieces);
            }
            lineStart += line.length() + 1;
        }
        return pieces;
    }

    private void addCut(String answer, int from, int to, List<Passage> pieces) {
        PassageLength length = new PassageLength();
        int start = from;
        int count = 0;
        // The last place where the sentence may be cut, and the length up to it.
        int gap = from;
        int countAtGap = 0;
        for (int i = from; i < to; i += Character.charCount(answer.codePointAt(i))) {
            if (i > from && isGap(answer.charAt(i - 1))) {
                gap = i;
                countAtGap = count;
            }
            int more = length.next(answer.codePointAt(i));
            if (more > 0 && count > 0 && count + more > limit) {
                boolean atGap = countAtGap > limit / 2;
                int cut = atGap ? gap : i;
                addTrimmed(answer, start, cut, pieces);
                start = cut;
                count -= atGap ? countAtGap : count;
                countAtGap = 0;
            }
            count += more;
        }
        addTrimmed(answer, start, to, pieces);
    }

    /** Whether a sentence may be cut after a character: between words, or between parts of a sentence. */
    private static boolean isGap(char before) {
        return Character.isWhitespace(before) || CLAUSE_ENDS.indexOf(before) >= 0;
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
}
