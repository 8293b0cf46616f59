package dev.qorpus.indexer.corpus.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.source.SourceText;

/** Counts what became of the words of one Markdown file. First entries claim their words, then rules leave out others. */
public final class CoverageBuilder {

    private static final Set<LeftOutRule> NOT_LISTED = EnumSet.of(LeftOutRule.LABEL, LeftOutRule.MARKUP);

    /** More places of one file are not listed. They are counted. */
    private static final int MOST_LINES = 1_000;

    private final SourceText source;
    private final SourceWords words;

    /**
     * @param source the whole text of the file
     * @param document the parsed text
     */
    public CoverageBuilder(SourceText source, Node document) {
        this.source = source;
        this.words = new SourceWords(source.text());
        MarkupWords.leaveOut(document, source.text(), words);
    }

    /**
     * Claims the words of an entry.
     *
     * @param places starts and ends of the places that it was made of, in order
     * @param texts its texts, in the order of the places
     */
    public void claim(int[] places, List<String> texts) {
        words.claim(places, texts);
    }

    /** Claims words wherever they are in a place: values of front matter, which have no order. */
    public void claimEach(int start, int end, Collection<String> values) {
        values.forEach(value -> words.claim(new int[]{start, end}, List.of(value)));
    }

    /** Leaves out the words of a place that no entry claimed. */
    public void leaveOut(int start, int end, LeftOutRule rule) {
        words.leaveOut(start, end, rule);
    }

    /** Leaves out the names of entities, such as {@code lt}, which are characters in the entries. */
    public void leaveOutEntities() {
        words.openRuns().forEach(run -> LeftOutReasons.entities(source, run)
                .forEach(reason -> words.leaveOut(reason.start(), reason.end(), reason.rule())));
    }

    /** Names the rule of labels, numbers and other small things that no entry claimed. */
    public void leaveOutLabels() {
        for (SourceWords.OpenRun run : words.openRuns()) {
            LeftOutReasons.of(source, run)
                    .forEach(reason -> words.leaveOut(reason.start(), reason.end(), reason.rule()));
        }
    }

    /** Words that no rule left out: the offset of the first, and how many there are. */
    public record Lost(int start, int end, int words) {}

    /** Text that is in no entry, and that no rule left out, if it has at least so many words. */
    public List<Lost> lost(int least) {
        List<Lost> lost = new ArrayList<>();
        int count = 0;
        int start = 0;
        int end = 0;
        for (int i = 0; i <= words.size(); i++) {
            boolean here = i < words.size() && !words.isInEntry(i);
            LeftOutRule rule = here ? words.rule(i) : LeftOutRule.FIELD;
            if (rule == LeftOutRule.NONE) {
                start = count == 0 ? words.start(i) : start;
                end = words.start(i);
                count++;
            } else if (!NOT_LISTED.contains(rule)) {
                if (count >= least) {
                    lost.add(new Lost(start, end, count));
                }
                count = 0;
            }
        }
        return lost;
    }

    /** The coverage of the file. */
    public Coverage.OfFile coverage() {
        SortedMap<LeftOutRule, Integer> leftOut = new TreeMap<>();
        List<Coverage.Lines> lines = new ArrayList<>();
        int inEntries = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.isInEntry(i)) {
                inEntries++;
            } else {
                LeftOutRule rule = words.rule(i);
                leftOut.merge(rule, 1, Integer::sum);
                if (!NOT_LISTED.contains(rule) && lines.size() < MOST_LINES) {
                    addLine(lines, rule, source.line(words.start(i)));
                }
            }
        }
        return new Coverage.OfFile(new Coverage(words.size(), inEntries, leftOut), lines);
    }

    /** Neighbouring lines, or lines with a blank line between them, are listed together. */
    private static void addLine(List<Coverage.Lines> lines, LeftOutRule rule, int line) {
        Coverage.Lines last = lines.isEmpty() ? null : lines.getLast();
        if (last != null && last.rule() == rule && line <= last.last() + 2) {
            lines.set(lines.size() - 1, new Coverage.Lines(rule, last.first(), line));
        } else {
            lines.add(new Coverage.Lines(rule, line, line));
        }
    }
}
