package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Heading;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.lucene.segment.FilterQueries;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** The table of contents of one file, read off the stored fields of its entries. */
final class LuceneTableOfContents {

    private LuceneTableOfContents() {}

    static List<Heading> of(SearcherContext context, String file) throws IOException {
        Filter only = new Filter(Map.of(FilterFields.FILE, Set.of(file)));
        Weight passes = context.searcher().createWeight(context.searcher().rewrite(FilterQueries.parents(only)),
                ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Heading> headings = new ArrayList<>();
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            Scorer scorer = passes.scorer(leaf);
            Bits live = leaf.reader().getLiveDocs();
            // One for all, because it keeps the block that it has decompressed.
            StoredFields stored = leaf.reader().storedFields();
            DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if (live == null || live.get(doc)) {
                    headings.add(heading(LuceneSchema.entry(stored.document(doc, LuceneSchema.OUTLINE))));
                }
            }
        }
        headings.sort(Heading.BY_LINE);
        return headings;
    }

    private static Heading heading(Entry entry) {
        return new Heading(entry.id(), entry.number(), entry.question(), entry.section(), entry.line());
    }
}
