package dev.qorpus.indexer.corpus;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

/** Hands on the first entry with each id, and reports the others. Their words count as left out. */
public final class UniqueIds implements CorpusHandler {

    private final CorpusHandler next;
    private final Predicate<EntryId> isNew;
    private int dropped;

    /**
     * @param next receives the entries and findings
     * @param isNew takes an id, and says whether it was not taken before
     */
    public UniqueIds(CorpusHandler next, Predicate<EntryId> isNew) {
        this.next = next;
        this.isNew = isNew;
    }

    @Override
    public void file(String file) {
        dropped = 0;
        next.file(file);
    }

    @Override
    public void layout(String reason) {
        next.layout(reason);
    }

    @Override
    public void coverage(Coverage.OfFile coverage) {
        Coverage counts = coverage.counts();
        int lost = Math.min(dropped, counts.inEntries());
        if (lost > 0) {
            SortedMap<LeftOutRule, Integer> leftOut = new TreeMap<>(counts.leftOut());
            leftOut.merge(LeftOutRule.MALFORMED, lost, Integer::sum);
            next.coverage(new Coverage.OfFile(new Coverage(counts.words(), counts.inEntries() - lost, leftOut),
                    coverage.lines()));
        } else {
            next.coverage(coverage);
        }
    }

    @Override
    public void entry(Entry entry) {
        if (isNew.test(entry.id())) {
            next.entry(entry);
        } else {
            dropped += WordCount.of(entry.question()) + WordCount.of(entry.answer().text());
            finding(new Finding(Finding.Rule.DUPLICATE_ID, entry.file(), entry.line(), entry.id(),
                    "the id '" + entry.id() + "' is used more than once; only the first entry is kept"));
        }
    }

    @Override
    public void finding(Finding finding) {
        next.finding(finding);
    }
}
