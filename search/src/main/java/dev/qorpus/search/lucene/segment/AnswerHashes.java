package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;

/** Reads the hashes of answers. */
public record AnswerHashes(SearcherContext context) {

    /** The hash of each entry's answer; entries without one are left out. */
    public Map<EntryId, Long> of(Collection<EntryId> ids) throws IOException {
        int[] parents = context.parents(ids);
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        Map<EntryId, Long> hashes = HashMap.newHashMap(parents.length);
        int next = 0;
        while (next < parents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(parents[next], leaves));
            NumericDocValues values = leaf.reader().getNumericDocValues(LuceneSchema.ANSWER_HASH);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (; next < parents.length && parents[next] < end; next++) {
                if (values != null && values.advanceExact(parents[next] - leaf.docBase)) {
                    hashes.put(context.id(parents[next]), values.longValue());
                }
            }
        }
        return hashes;
    }
}
