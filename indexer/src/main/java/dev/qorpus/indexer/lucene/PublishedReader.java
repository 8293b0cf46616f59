package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.schema.EntrySink.Published;

/** Reads back what an indexing run must know of the last published state. */
final class PublishedReader {

    private PublishedReader() {}

    /** Reads the live entries of a segment into a map. */
    static boolean entries(LeafReader reader, Map<EntryId, Published> entries) throws IOException {
        BinaryDocValues ids = reader.getBinaryDocValues(LuceneSchema.ID_VALUE);
        BinaryDocValues hashes = reader.getBinaryDocValues(LuceneSchema.hashValueField());
        BinaryDocValues files = reader.getBinaryDocValues(LuceneSchema.fileValueField());
        Bits live = reader.getLiveDocs();
        for (int doc = ids == null
                ? BinaryDocValues.NO_MORE_DOCS
                : ids.nextDoc(); doc != BinaryDocValues.NO_MORE_DOCS; doc = ids.nextDoc()) {
            if ((live == null || live.get(doc)) && hashes.advanceExact(doc) && files.advanceExact(doc)) {
                entries.put(new EntryId(ids.binaryValue().utf8ToString()), new Published(
                        hashes.binaryValue().utf8ToString(), files.binaryValue().utf8ToString()));
            }
        }
        return true;
    }

    /** Reads the vectors of those texts that a segment has into a map. */
    static boolean vectors(LeafReader reader, String space, Set<String> texts, Map<String, float[]> known)
            throws IOException {
        FloatVectorValues questions = reader.getFloatVectorValues(LuceneSchema.questionVectors(space));
        FloatVectorValues passages = reader.getFloatVectorValues(LuceneSchema.passageVectors(space));
        for (String text : texts) {
            PostingsEnum postings = reader
                    .postings(new Term(LuceneSchema.embeddedField(), LuceneSchema.textHash(text)), PostingsEnum.NONE);
            int doc = postings == null ? PostingsEnum.NO_MORE_DOCS : postings.nextDoc();
            float[] vector = doc == PostingsEnum.NO_MORE_DOCS ? null : vector(doc, questions, passages);
            if (vector != null) {
                known.put(text, vector);
            }
        }
        return true;
    }

    private static float @Nullable [] vector(int doc, @Nullable FloatVectorValues... fields) throws IOException {
        for (FloatVectorValues values : fields) {
            if (values != null) {
                // A copy, because iterators of one field share their place and only go forward.
                FloatVectorValues fresh = values.copy();
                KnnVectorValues.DocIndexIterator iterator = fresh.iterator();
                if (iterator.advance(doc) == doc) {
                    return fresh.vectorValue(iterator.index()).clone();
                }
            }
        }
        return null;
    }
}
