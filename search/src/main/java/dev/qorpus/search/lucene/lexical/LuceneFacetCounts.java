package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** Counts the values of filter fields by entry. */
public record LuceneFacetCounts(SearcherContext context) {

    /** The counts over the parents that a query matches. */
    public Map<String, Map<String, Integer>> of(Query query, Collection<String> fields) throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        fields.forEach(field -> counts.put(field, new HashMap<>()));
        Weight weight = context.searcher().createWeight(context.searcher().rewrite(query),
                ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                FixedBitSet matched = matched(scorer, leaf);
                for (Map.Entry<String, Map<String, Integer>> field : counts.entrySet()) {
                    add(DocValues.getSortedSet(leaf.reader(), LuceneSchema.facet(field.getKey())), matched,
                            field.getValue());
                }
            }
        }
        return counts;
    }

    private static FixedBitSet matched(Scorer scorer, LeafReaderContext leaf) throws IOException {
        FixedBitSet matched = new FixedBitSet(leaf.reader().maxDoc());
        matched.or(scorer.iterator());
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(matched, 0);
        }
        return matched;
    }

    private static void add(SortedSetDocValues values, FixedBitSet matched, Map<String, Integer> counts)
            throws IOException {
        int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
        SortedDocValues single = DocValues.unwrapSingleton(values);
        DocIdSetIterator docs = single == null ? values : single;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (!matched.get(doc)) {
                continue;
            }
            if (single != null) {
                byOrdinal[single.ordValue()]++;
                continue;
            }
            for (int i = 0; i < values.docValueCount(); i++) {
                byOrdinal[(int) values.nextOrd()]++;
            }
        }
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Integer::sum);
            }
        }
    }
}
