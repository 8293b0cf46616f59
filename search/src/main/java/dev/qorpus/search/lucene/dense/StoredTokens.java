package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** The packed vectors of tokens as they were written, on passages, or on entries without any. */
public record StoredTokens(SearcherContext context, String space) {

    /** Those of some entries; entries without any are left out. */
    public Map<EntryId, List<byte[]>> of(Collection<EntryId> ids) throws IOException {
        Map<EntryId, List<byte[]>> tokens = HashMap.newHashMap(ids.size());
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        LeafReaderContext leaf = null;
        BinaryDocValues values = null;
        int[] blocks = {};
        // In order, since iterators only go forward.
        for (int parent : context.parents(ids)) {
            if (leaf == null || parent >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(ReaderUtil.subIndex(parent, leaves));
                values = leaf.reader().getBinaryDocValues(LuceneSchema.tokenVectors(space));
                blocks = context.cache().blocks(leaf);
            }
            if (values != null) {
                List<byte[]> found = block(values, blocks, parent - leaf.docBase);
                if (!found.isEmpty()) {
                    tokens.put(context.id(parent), found);
                }
            }
        }
        return tokens;
    }

    private static List<byte[]> block(BinaryDocValues values, int[] blocks, int parent) throws IOException {
        int first = parent;
        while (first > 0 && blocks[first - 1] == parent) {
            first--;
        }
        List<byte[]> found = new ArrayList<>(parent - first);
        for (int doc = first; doc <= parent; doc++) {
            if (values.advanceExact(doc)) {
                found.add(BytesRef.deepCopyOf(values.binaryValue()).bytes);
            } else if (doc < parent) {
                // A passage of signs only.
                found.add(new byte[0]);
            }
        }
        return found;
    }
}
