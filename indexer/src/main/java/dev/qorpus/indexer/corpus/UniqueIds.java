package dev.qorpus.indexer.corpus;

import java.util.Set;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

/**
 * Lets the first entry of each id pass and reports the others.
 *
 * @param next who hears of them
 * @param seen the ids that are taken; those that pass are added
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
    public void entry(Entry entry) {
        if (seen.add(entry.id())) {
            next.entry(entry);
        } else {
            finding(new Finding(Finding.Rule.DUPLICATE_ID, entry.file(), entry.line(), entry.id(),
                    "the id '" + entry.id() + "' was used before; the first one is kept"));
        }
    }

    @Override
    public void finding(Finding finding) {
        next.finding(finding);
    }
}
