package dev.qorpus.search.lucene;

import java.io.IOException;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.backend.Filter;

/** One open searcher with what both lookups need: ids of documents, documents of ids, filters. */
record Snapshot(String address, IndexSearcher searcher) {

    /** Stands for an entry that is not there. */
    static final int ABSENT = -1;

    /** An action of Lucene's. */
    interface Action<T> {
        T run() throws IOException;
    }

    <T> T attempt(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new BackendException(address,
                    "cannot be read; if it is damaged, make it anew: qorpus index --rebuild", e);
        }
    }

    /** The id that a parent document carries. */
    EntryId id(int parent) throws IOException {
        LeafReaderContext leaf = searcher.getIndexReader().leaves()
                .get(ReaderUtil.subIndex(parent, searcher.getIndexReader().leaves()));
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(LuceneSchema.ID_VALUE);
        if (ids == null || !ids.advanceExact(parent - leaf.docBase)) {
            throw new IOException("document " + parent + " is no entry");
        }
        return new EntryId(ids.binaryValue().utf8ToString());
    }

    /** The parent document of an id, the last of its block; {@link #ABSENT} if there is none. */
    int parent(EntryId id) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum block = leaf.reader().postings(new Term(LuceneSchema.ID, id.value()), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            int parent = ABSENT;
            for (int doc = block == null
                    ? PostingsEnum.NO_MORE_DOCS
                    : block.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = block.nextDoc()) {
                parent = live == null || live.get(doc) ? leaf.docBase + doc : parent;
            }
            if (parent != ABSENT) {
                return parent;
            }
        }
        return ABSENT;
    }

    /** The filter as a query that children and parents match alike. */
    static Query query(Filter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        filter.allowed().forEach((field, values) -> {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            values.forEach(value -> any.add(new TermQuery(new Term(LuceneSchema.filter(field), value)),
                    BooleanClause.Occur.SHOULD));
            all.add(any.build(), BooleanClause.Occur.FILTER);
        });
        return all.build();
    }

    /** The parents that pass a filter. */
    static Query parents(Filter filter) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(LuceneSchema.KIND, LuceneSchema.PARENT)), BooleanClause.Occur.FILTER);
        if (!filter.isEmpty()) {
            query.add(query(filter), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }
}
