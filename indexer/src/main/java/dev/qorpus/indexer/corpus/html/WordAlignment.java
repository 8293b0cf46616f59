package dev.qorpus.indexer.corpus.html;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.qorpus.indexer.analysis.Span;

/**
 * Maps ranges of one text to another text that has the same words in the same order, except for a few. It is for
 * records: their plain text is their source, which may be Markdown with link addresses that the HTML does not show.
 *
 * @param first the first text
 * @param second the second text
 * @param words the range of each word of the second text, by the start of the same word in the first
 */
record WordAlignment(String first, String second, NavigableMap<Integer, Span> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** The highest number of words that are skipped at once. Link addresses have fewer. */
    private static final int MOST_SKIPPED = 64;

    /** Aligns two texts. */
    static WordAlignment of(String first, String second) {
        List<MatchResult> from = WORD.matcher(first).results().toList();
        List<MatchResult> to = WORD.matcher(second).results().toList();
        NavigableMap<Integer, Span> words = new TreeMap<>();
        int next = 0;
        for (int i = 0; i < to.size(); i++) {
            int same = same(from, next, to, i);
            if (same >= 0) {
                words.put(from.get(same).start(), new Span(to.get(i).start(), to.get(i).end()));
                next = same + 1;
            }
        }
        return new WordAlignment(first, second, words);
    }

    /**
     * The range from the first to the last word that starts in a range, with equal characters around them; an empty
     * range if there is no such word.
     */
    Span map(Span range) {
        NavigableMap<Integer, Span> inside = range.start() < range.end()
                ? words.subMap(range.start(), true, range.end(), false)
                : new TreeMap<>();
        if (inside.isEmpty()) {
            return new Span(0, 0);
        }
        int start = inside.firstEntry().getValue().start();
        for (int i = inside.firstKey(); i > range.start() && start > 0
                && first.charAt(i - 1) == second.charAt(start - 1); i--) {
            start--;
        }
        Span last = inside.lastEntry().getValue();
        int end = last.end();
        for (int i = inside.lastKey() + end - last.start(); i < Math.min(range.end(), first.length())
                && end < second.length() && first.charAt(i) == second.charAt(end); i++) {
            end++;
        }
        return new Span(start, end);
    }

    /** The index of the same word: if possible the next one, or one that is followed by the same word too; or -1. */
    private static int same(List<MatchResult> from, int next, List<MatchResult> to, int i) {
        int found = -1;
        for (int j = next; j < Math.min(from.size(), next + MOST_SKIPPED); j++) {
            if (isSame(from, j, to, i)) {
                if (j == next || i + 1 == to.size() || isSame(from, j + 1, to, i + 1)) {
                    return j;
                }
                found = found < 0 ? j : found;
            }
        }
        return found;
    }

    private static boolean isSame(List<MatchResult> from, int j, List<MatchResult> to, int i) {
        return j < from.size() && from.get(j).group().equals(to.get(i).group());
    }
}
