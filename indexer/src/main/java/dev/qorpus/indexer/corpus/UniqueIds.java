package dev.qorpus.indexer.corpus;

import java.util.Set;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

/**
 * Hands on the first entry with each id, and reports the others.
 *
 * @param next receives the entries and findings
 * @param seen the ids that are taken; new ids are added
 */
public record UniqueIds(CorpusHandler next, Set<EntryId> seen) implements CorpusHandler {

    @Override
    public void file(String file) {
        next.file(file);
    }

    @Override
    public void layout(String reason) {
        next.layout(reason);
    }

    @Override
    public void coverage(Coverage.OfFile coverage) {
        next.coverage(coverage);
    }

    @Override
    public void entry(Entry entry) {
        if (seen.add(entry.id())) {
            next.entry(entry);
        } else {
            finding(new Finding(Finding.Rule.DUPLICATE_ID, entry.file(), entry.line(), entry.id(),
                    "the id '" + entry.id() + "' is used more than once; only the first entry is kept"));
        }
    }

    @Override
    public void finding(Finding finding) {
        next.finding(finding);
    }
}
