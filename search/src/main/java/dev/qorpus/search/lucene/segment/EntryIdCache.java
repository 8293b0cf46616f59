package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;

/**
 * Maps documents to entry ids and back. Ids are read on first use and cached: each question needs hundreds, and
 * mostly the same ones.
 */
public final class EntryIdCache {

    /** The number of cached ids, about 200 bytes each. */
    private static final int MAX_CACHED = 100_000;

    private final AtomicReferenceArray<@Nullable EntryId> ids;
    private final AtomicInteger cached = new AtomicInteger();
    private final Map<EntryId, Integer> parents = new ConcurrentHashMap<>();

    /** @param documents how many the index has */
    public EntryIdCache(int documents) {
        ids = new AtomicReferenceArray<>(documents);
    }

    EntryId id(IndexReader reader, int parent) throws IOException {
        EntryId known = ids.get(parent);
        if (known == null) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(parent, reader.leaves()));
            BinaryDocValues values = leaf.reader().getBinaryDocValues(LuceneSchema.ID_VALUE);
            if (values == null || !values.advanceExact(parent - leaf.docBase)) {
                throw new IOException("document " + parent + " is no entry");
            }
            known = new EntryId(values.binaryValue().utf8ToString());
            cache(parent, known);
        }
        return known;
    }

    int parent(IndexReader reader, EntryId id) throws IOException {
        Integer known = parents.get(id);
        if (known == null) {
            known = find(reader, id);
            if (known != SearcherContext.ABSENT) {
                cache(known, id);
            }
        }
        return known;
    }

    private void cache(int parent, EntryId id) {
        if (cached.get() < MAX_CACHED && ids.compareAndSet(parent, null, id)) {
            cached.incrementAndGet();
            parents.put(id, parent);
        }
    }

    private static int find(IndexReader reader, EntryId id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum block = leaf.reader().postings(new Term(LuceneSchema.ID, id.value()), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            int parent = SearcherContext.ABSENT;
            for (int doc = block == null
                    ? PostingsEnum.NO_MORE_DOCS
                    : block.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = block.nextDoc()) {
                parent = live == null || live.get(doc) ? leaf.docBase + doc : parent;
            }
            if (parent != SearcherContext.ABSENT) {
                return parent;
            }
        }
        return SearcherContext.ABSENT;
    }
}
