package dev.qorpus.indexer.corpus.format;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * Hands on the records of one file as entries and findings. The first malformed records are listed and further ones only
 * counted, so that the findings of a broken file fit into memory.
 */
public final class RecordCollector {

    private static final int LISTED = 100;

    /** The findings about questions without an answer that are held back until one has an answer. */
    private static final int HELD = 1_000;

    private final String file;
    private final CorpusHandler handler;
    private final List<Finding> held = new ArrayList<>();
    private final SortedMap<LeftOutRule, Integer> leftOut = new TreeMap<>();
    private String withoutAnswers = "";
    private int entries;
    private int answered;
    private int words;
    private int malformed;
    private int lastMalformed;

    public RecordCollector(String file, CorpusHandler handler) {
        this.file = file;
        this.handler = handler;
    }

    public String file() {
        return file;
    }

    /** The number of entries so far. */
    public int entries() {
        return entries;
    }

    public void entry(Entry entry) {
        entries++;
        words += words(entry);
        handler.entry(entry);
        if (entry.answered()) {
            answered++;
            withoutAnswers("");
        } else {
            Finding finding = new Finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, file, entry.line(), entry.id(),
                    "'" + SingleLine.of(entry.question()) + "' has no answer yet");
            held.add(finding);
            if (withoutAnswers.isEmpty() || held.size() > HELD) {
                release();
            }
        }
    }

    /** The words of an entry. Its labels count, because they are searched as filters. */
    private static int words(Entry entry) {
        int count = WordCount.of(entry.question()) + WordCount.of(entry.answer().text());
        for (String heading : entry.section()) {
            count += WordCount.of(heading);
        }
        for (List<String> values : entry.labels().values()) {
            for (String value : values) {
                count += WordCount.of(value);
            }
        }
        return count;
    }

    private void release() {
        held.forEach(handler::finding);
        held.clear();
    }

    /** Counts words that a rule left out. */
    public void leftOut(LeftOutRule rule, String text) {
        int count = WordCount.of(text);
        if (count > 0) {
            leftOut.merge(rule, count, Integer::sum);
        }
    }

    /**
     * Says that no field of the file is named as an answer. If no entry has an answer at the end, one finding says so
     * instead of one for each question. An empty message takes that back.
     */
    public void withoutAnswers(String message) {
        withoutAnswers = message;
        if (message.isEmpty()) {
            release();
        }
    }

    /** Reports a malformed record. */
    public void malformed(int line, String message) {
        malformed++;
        lastMalformed = line;
        if (malformed <= LISTED) {
            finding(Finding.Rule.MALFORMED_LINE, line, message);
        }
    }

    public void finding(Finding.Rule rule, int line, String message) {
        handler.finding(new Finding(rule, file, line, null, SingleLine.of(message)));
    }

    /** Reports the malformed records that were not listed, or that the file has no records, and the coverage. */
    public void end(String ifEmpty) {
        if (malformed > LISTED) {
            finding(Finding.Rule.MALFORMED_LINE, lastMalformed, (malformed - LISTED)
                    + " more malformed lines, the last one here; correct the listed lines first");
        }
        if (entries == 0 && malformed == 0) {
            finding(Finding.Rule.FILE_WITHOUT_QUESTION, 1, ifEmpty);
        }
        if (answered == 0 && entries > 1 && !withoutAnswers.isEmpty()) {
            held.clear();
            finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, 1, withoutAnswers);
        }
        release();
        int left = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        handler.coverage(new Coverage.OfFile(new Coverage(words + left, words, leftOut), List.of()));
    }
}
