package dev.qorpus.indexer.corpus.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Aligns two lists of words that are nearly equal. Where they differ, it looks ahead for the most words in common. Takes
 * linear time, whatever the lists hold.
 */
final class WordMatching {

    /** How many words it looks ahead in each list. */
    private static final int AHEAD = 48;
    /** How many words it looks ahead in one list, if the other one goes on as before. */
    private static final int FAR_AHEAD = 400;
    /** The number of differences behind which it only looks at the next words, so that unequal lists take linear time. */
    private static final int MOST_SEARCHES = 20_000;

    /** Words of the first list that stand where the second list has others. */
    record Skip(int first, int end, int otherFirst, int otherEnd) {}

    private final int[] words;
    private final int[] others;
    /** By the offsets ahead in both lists. */
    private final byte[][] common = new byte[AHEAD + 1][AHEAD + 1];
    private final BitSet matched = new BitSet();
    private final List<Skip> skipped = new ArrayList<>();

    /** @param words the hashes of the words, as {@code others} */
    WordMatching(int[] words, int[] others) {
        this.words = words;
        this.others = others;
        int i = 0;
        int j = 0;
        int searches = 0;
        while (i < words.length && j < others.length) {
            if (words[i] == others[j]) {
                matched.set(i++);
                j++;
            } else {
                long next = searches++ < MOST_SEARCHES ? nearest(i, j) : pair(i + 1, j + 1);
                skip(i, left(next), j, right(next));
                if (right(next) == j) {
                    slide(i, left(next));
                }
                i = left(next);
                j = right(next);
            }
        }
        skip(i, words.length, j, others.length);
    }

    /** The indices of words that the other list has too. */
    BitSet matched() {
        return matched;
    }

    /** The differences that consist of words in both lists. */
    List<Skip> skipped() {
        return skipped;
    }

    /**
     * Moves words that the other list lacks to the front, past equal words. In "A: A bee" the first word is the label, and
     * the second one is in the entry.
     */
    private void slide(int from, int to) {
        for (int first = from - 1, last = to - 1; first >= 0 && matched.get(first)
                && words[first] == words[last]; first--, last--) {
            matched.clear(first);
            matched.set(last);
        }
    }

    private void skip(int from, int to, int otherFrom, int otherTo) {
        if (from < to && otherFrom < otherTo && to - from < AHEAD && otherTo - otherFrom < AHEAD) {
            skipped.add(new Skip(from, to, otherFrom, otherTo));
        }
    }

    /** The next equal words, from which most of the words ahead are equal. */
    private long nearest(int i, int j) {
        int rows = Math.min(AHEAD, words.length - i);
        int columns = Math.min(AHEAD, others.length - j);
        fillCommon(i, rows, j, columns);
        int a = 0;
        int b = 0;
        while (common[a][b] > 0 && words[i + a] != others[j + b]) {
            if (common[a + 1][b] >= common[a][b + 1]) {
                a++;
            } else {
                b++;
            }
        }
        if (common[a][b] > 0) {
            return pair(i + a, j + b);
        }
        for (int ahead = AHEAD; ahead < FAR_AHEAD; ahead++) {
            if (equal(i + ahead, j) && equal(i + ahead + 1, j + 1)) {
                return pair(i + ahead, j);
            }
            if (equal(i, j + ahead) && equal(i + 1, j + ahead + 1)) {
                return pair(i, j + ahead);
            }
        }
        return pair(i + 1, j + 1);
    }

    /** Fills {@link #common}: the most words that the next words of both lists have in common, in the same order. */
    private void fillCommon(int i, int rows, int j, int columns) {
        Arrays.fill(common[rows], 0, columns + 1, (byte) 0);
        for (int a = rows - 1; a >= 0; a--) {
            byte[] row = common[a];
            byte[] below = common[a + 1];
            row[columns] = 0;
            for (int b = columns - 1; b >= 0; b--) {
                row[b] = words[i + a] == others[j + b] ? (byte) (below[b + 1] + 1) : max(below[b], row[b + 1]);
            }
        }
    }

    private static byte max(byte left, byte right) {
        return left > right ? left : right;
    }

    private boolean equal(int i, int j) {
        return i < words.length && j < others.length && words[i] == others[j];
    }

    private static long pair(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }

    private static int left(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private static int right(long pair) {
        return (int) pair;
    }
}
