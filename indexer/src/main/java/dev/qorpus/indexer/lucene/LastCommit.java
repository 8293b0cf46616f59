package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;

/**
 * Reads the last commit of an index for an indexing run.
 *
 * @param address the address of the index, for messages
 * @param reader the reader of the commit; null if nothing is published
 */
record LastCommit(String address, @Nullable DirectoryReader reader) implements AutoCloseable {

    static LastCommit open(String address, Directory directory) {
        return new LastCommit(address, IndexCommits.open(address, directory).orElse(null));
    }

    Optional<IndexManifest> manifest() throws IOException {
        return reader == null ? Optional.empty() : Optional.of(IndexCommits.manifest(address, reader));
    }

    private List<LeafReaderContext> leaves() {
        return reader == null ? List.of() : reader.leaves();
    }

    /** The records of all files, ordered by name. */
    List<FileRecord> files() throws IOException {
        return reader == null ? List.of() : FileRecords.read(reader);
    }

    /** Adds the vectors of texts to a map, as far as they are published. */
    void vectors(ModelEntry model, Set<String> texts, Map<String, TextVectors> found) throws IOException {
        if (manifest().stream().anyMatch(manifest -> manifest.models().contains(model))) {
            for (LeafReaderContext leaf : leaves()) {
                vectors(leaf.reader(), model.name(), texts, found);
            }
        }
    }

    private static void vectors(LeafReader reader, String space, Set<String> texts, Map<String, TextVectors> found)
            throws IOException {
        FloatVectorValues questions = reader.getFloatVectorValues(LuceneSchema.questionVectors(space));
        FloatVectorValues passages = reader.getFloatVectorValues(LuceneSchema.passageVectors(space));
        TermsEnum terms = Terms.getTerms(reader, LuceneSchema.textHashField()).iterator();
        PostingsEnum postings = null;
        for (String text : texts) {
            if (terms.seekExact(new BytesRef(LuceneSchema.textHash(text)))) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                int doc = postings.nextDoc();
                float[] vector = vector(doc, questions, passages);
                if (vector != null) {
                    found.put(text, new TextVectors(vector, tokens(reader, space, doc)));
                }
            }
        }
    }

    private static byte[] tokens(LeafReader reader, String space, int doc) throws IOException {
        // Fresh ones each time, because they only move forward.
        BinaryDocValues values = reader.getBinaryDocValues(LuceneSchema.tokenVectors(space));
        return values != null && values.advanceExact(doc)
                ? BytesRef.deepCopyOf(values.binaryValue()).bytes
                : new byte[0];
    }

    private static float @Nullable [] vector(int doc, @Nullable FloatVectorValues... fields) throws IOException {
        for (FloatVectorValues values : fields) {
            if (values != null) {
                // A copy, because the iterators of a field share their position and only move forward.
                FloatVectorValues fresh = values.copy();
                KnnVectorValues.DocIndexIterator iterator = fresh.iterator();
                if (iterator.advance(doc) == doc) {
                    return fresh.vectorValue(iterator.index()).clone();
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
