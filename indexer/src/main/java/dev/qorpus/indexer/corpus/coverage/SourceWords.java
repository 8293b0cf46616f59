package dev.qorpus.indexer.corpus.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a file, and what became of each: it is in an entry, or was left out by a rule. A word is in an entry only if
 * it is found there, in the order of the file. So the count does not depend on what a parser means to keep.
 */
public final class SourceWords {

    private final String source;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] hashes = new int[256];
    /** The words to which nothing has happened yet. */
    private final BitSet open = new BitSet();
    private final BitSet inEntries = new BitSet();
    private final Map<LeftOutRule, BitSet> leftOut = new EnumMap<>(LeftOutRule.class);
    private int size;

    /** @param source the text of the file, whose offsets are used below */
    public SourceWords(String source) {
        this.source = source;
        for (int at = WordCount.next(source, 0); at < source.length();) {
            int end = WordCount.end(source, at);
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
                hashes = Arrays.copyOf(hashes, 2 * size);
            }
            starts[size] = at;
            ends[size] = end;
            hashes[size++] = hash(source, at, end);
            at = WordCount.next(source, end);
        }
        open.set(0, size);
    }

    private static int hash(String text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** Leaves out the words of a place that are neither in an entry nor left out by another rule. */
    public void leaveOut(int start, int end, LeftOutRule rule) {
        for (int i = firstFrom(start); i < size && starts[i] < end; i++) {
            if (open.get(i)) {
                open.clear(i);
                leftOut.computeIfAbsent(rule, name -> new BitSet()).set(i);
            }
        }
    }

    /**
     * Finds the words of places in the texts of an entry. What is left out of the texts, or was left out before, is not
     * claimed.
     *
     * @param places starts and ends of the places, in order
     * @param texts the texts of the entry, in the order in which the places have them
     */
    public void claim(int[] places, List<String> texts) {
        int[] here = open(places);
        SourceWords found = new SourceWords(String.join("\n", texts));
        WordMatching alignment = new WordMatching(hashes(here), Arrays.copyOf(found.hashes, found.size));
        alignment.matched().stream().forEach(index -> claim(here[index]));
        alignment.skipped().forEach(skip -> claimIfSpeltAlike(here, found, skip));
    }

    private void claim(int word) {
        open.clear(word);
        inEntries.set(word);
    }

    /** Claims words that are one word in the entry, or several: {@code H<sub>2</sub>O}. */
    private void claimIfSpeltAlike(int[] words, SourceWords found, WordMatching.Skip skip) {
        StringBuilder here = new StringBuilder();
        for (int i = skip.first(); i < skip.end(); i++) {
            here.append(source, starts[words[i]], ends[words[i]]);
        }
        StringBuilder there = new StringBuilder();
        for (int i = skip.otherFirst(); i < skip.otherEnd(); i++) {
            there.append(found.source, found.starts[i], found.ends[i]);
        }
        if (here.compareTo(there) == 0) {
            for (int i = skip.first(); i < skip.end(); i++) {
                claim(words[i]);
            }
        }
    }

    private int[] open(int[] places) {
        int[] found = new int[16];
        int count = 0;
        for (int place = 0; place < places.length; place += 2) {
            for (int i = firstFrom(places[place]); i < size && starts[i] < places[place + 1]; i++) {
                if (open.get(i)) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = i;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int[] hashes(int[] words) {
        int[] found = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            found[i] = hashes[words[i]];
        }
        return found;
    }

    private int firstFrom(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** The places of neighbouring words to which nothing has happened yet. */
    public List<OpenRun> openRuns() {
        List<OpenRun> runs = new ArrayList<>();
        for (int first = open.nextSetBit(0); first >= 0;) {
            int end = open.nextClearBit(first);
            runs.add(new OpenRun(starts[first], ends[end - 1], end - first));
            first = open.nextSetBit(end);
        }
        return runs;
    }

    /** Neighbouring words: the offsets of their start and their end, and their number. */
    public record OpenRun(int start, int end, int words) {}

    /** The number of words. */
    int size() {
        return size;
    }

    /** The offset of a word. */
    int start(int word) {
        return starts[word];
    }

    /** Whether a word is in an entry. */
    boolean isInEntry(int word) {
        return inEntries.get(word);
    }

    /** The rule that left out a word that is in no entry. */
    LeftOutRule rule(int word) {
        for (Map.Entry<LeftOutRule, BitSet> rule : leftOut.entrySet()) {
            if (rule.getValue().get(word)) {
                return rule.getKey();
            }
        }
        return LeftOutRule.NONE;
    }
}
