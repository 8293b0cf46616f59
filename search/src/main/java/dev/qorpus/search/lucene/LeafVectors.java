package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.indexer.schema.EntryVectors;

/** All vectors of one segment: a block is an entry, its passages first, so that both are read in one go. */
record LeafVectors(LeafReaderContext leaf, String space) {

    void each(Snapshot snapshot, BiConsumer<EntryId, EntryVectors> each) throws IOException {
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
                each.accept(snapshot.id(leaf.docBase + parent), new EntryVectors(
                        questions.vectorValue(parents.index()).clone(), rows.toArray(new float[0][])));
            }
        }
    }
}
