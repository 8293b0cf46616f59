package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** The vectors of entries as they were written. A block is an entry, its passages first. */
public record StoredVectors(SearcherContext context, String space) {

    /** Those of one entry; nothing if it is not there. */
    public Optional<EntryVectors> of(EntryId id) throws IOException {
        int parent = context.parent(id);
        if (parent == SearcherContext.ABSENT) {
            return Optional.empty();
        }
        int passages = LuceneSchema.passages(context.searcher().storedFields().document(parent)).size();
        float[][] rows = new float[passages][];
        for (int i = 0; i < passages; i++) {
            rows[i] = vector(LuceneSchema.passageVectors(space), parent - passages + i);
        }
        return Optional.of(new EntryVectors(vector(LuceneSchema.questionVectors(space), parent), rows));
    }

    private float[] vector(String field, int doc) throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
        KnnVectorValues.DocIndexIterator iterator = values == null ? null : values.iterator();
        if (values == null || iterator == null || iterator.advance(doc - leaf.docBase) != doc - leaf.docBase) {
            throw new IOException("document " + doc + " has no vector in " + field);
        }
        return values.vectorValue(iterator.index()).clone();
    }

    /** Those of all entries, both kinds read in one go. */
    public void each(BiConsumer<EntryId, EntryVectors> each) throws IOException {
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            each(leaf, each);
        }
    }

    private void each(LeafReaderContext leaf, BiConsumer<EntryId, EntryVectors> each) throws IOException {
        FloatVectorValues questions = leaf.reader().getFloatVectorValues(LuceneSchema.questionVectors(space));
        if (questions == null) {
            return;
        }
        FloatVectorValues passages = leaf.reader().getFloatVectorValues(LuceneSchema.passageVectors(space));
        KnnVectorValues.DocIndexIterator children = passages == null ? null : passages.iterator();
        if (children != null) {
            children.nextDoc();
        }
        Bits live = leaf.reader().getLiveDocs();
        KnnVectorValues.DocIndexIterator parents = questions.iterator();
        for (int parent = parents.nextDoc(); parent != DocIdSetIterator.NO_MORE_DOCS; parent = parents.nextDoc()) {
            List<float[]> rows = new ArrayList<>();
            while (passages != null && children != null && children.docID() < parent) {
                rows.add(passages.vectorValue(children.index()).clone());
                children.nextDoc();
            }
            if (live == null || live.get(parent)) {
                each.accept(context.id(leaf.docBase + parent), new EntryVectors(
                        questions.vectorValue(parents.index()).clone(), rows.toArray(new float[0][])));
            }
        }
    }
}
