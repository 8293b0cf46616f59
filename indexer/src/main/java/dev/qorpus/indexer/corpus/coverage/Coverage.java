package dev.qorpus.indexer.corpus.coverage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which words of a file, or of several files, are in entries: in a question, an answer, or a context. Every other word was
 * left out by a rule, or by {@link LeftOutRule#NONE}.
 *
 * @param words the number of words
 * @param inEntries the number of words in entries, at most {@code words}
 * @param leftOut the number of words that each rule left out; rules that left out nothing are missing
 */
public record Coverage(int words, int inEntries, SortedMap<LeftOutRule, Integer> leftOut) {

    /** No words. */
    public static final Coverage NONE = new Coverage(0, 0, new TreeMap<>());

    /** Lines that were left out by one rule, from 1, both included. */
    public record Lines(LeftOutRule rule, int first, int last) {}

    /**
     * The coverage of one file.
     *
     * @param counts the numbers of words
     * @param lines the first 1,000 places with words that were left out, in order, without those of labels and markup; of a file of
     *        records none
     */
    public record OfFile(Coverage counts, List<Lines> lines) {
        /** A file without words. */
        public static final OfFile NONE = new OfFile(Coverage.NONE, List.of());

        /** Copies the list. */
        public OfFile {
            lines = List.copyOf(lines);
        }
    }

    /** Copies the map. */
    public Coverage {
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /** The coverage of two files together. */
    public Coverage plus(Coverage other) {
        SortedMap<LeftOutRule, Integer> sum = new TreeMap<>(leftOut);
        other.leftOut.forEach((rule, count) -> sum.merge(rule, count, Integer::sum));
        return new Coverage(words + other.words, inEntries + other.inEntries, sum);
    }

    /**
     * The share of the text that is in entries, 0 to 1; 1 if there is no text. Words are no text if they are syntax, or only
     * repeat other text ({@link LeftOutRule#isText}).
     */
    public double share() {
        int lost = leftOut.entrySet().stream().filter(rule -> rule.getKey().isText()).mapToInt(Map.Entry::getValue)
                .sum();
        return inEntries + lost == 0 ? 1 : (double) inEntries / (inEntries + lost);
    }
}
