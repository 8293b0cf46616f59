package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;

/**
 * Reads back what an indexing run must know of the last published state.
 *
 * @param address of the index, for messages
 * @param reader of that state; nothing if nothing is published
 */
record PublishedReader(String address, @Nullable DirectoryReader reader) implements AutoCloseable {

    static PublishedReader open(String address, Directory directory) {
        return new PublishedReader(address, Manifests.open(address, directory).orElse(null));
    }

    Optional<IndexManifest> manifest() throws IOException {
        return reader == null ? Optional.empty() : Optional.of(Manifests.of(address, reader));
    }

    private List<LeafReaderContext> leaves() {
        return reader == null ? List.of() : reader.leaves();
    }

    /** The records of all files, in the order of their names. */
    List<FileRecord> files() throws IOException {
        List<FileRecord> files = new ArrayList<>();
        for (LeafReaderContext leaf : leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            PostingsEnum docs = leaf.reader().postings(FileRecords.all(), PostingsEnum.NONE);
            // One for all, because it keeps the block that it has decompressed.
            StoredFields stored = leaf.reader().storedFields();
            while (docs != null && docs.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                if (live == null || live.get(docs.docID())) {
                    files.add(FileRecords.file(stored.document(docs.docID())));
                }
            }
        }
        files.sort(Comparator.comparing(FileRecord::file));
        return files;
    }

    /** Reads the vectors of those texts that are published into a map. */
    void vectors(ModelEntry model, Set<String> texts, Map<String, float[]> known) throws IOException {
        if (manifest().stream().anyMatch(manifest -> manifest.models().contains(model))) {
            for (LeafReaderContext leaf : leaves()) {
                vectors(leaf.reader(), model.name(), texts, known);
            }
        }
    }

    private static void vectors(LeafReader reader, String space, Set<String> texts, Map<String, float[]> known)
            throws IOException {
        FloatVectorValues questions = reader.getFloatVectorValues(LuceneSchema.questionVectors(space));
        FloatVectorValues passages = reader.getFloatVectorValues(LuceneSchema.passageVectors(space));
        TermsEnum terms = Terms.getTerms(reader, LuceneSchema.embeddedField()).iterator();
        PostingsEnum postings = null;
        for (String text : texts) {
            if (terms.seekExact(new BytesRef(LuceneSchema.textHash(text)))) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                float[] vector = vector(postings.nextDoc(), questions, passages);
                if (vector != null) {
                    known.put(text, vector);
                }
            }
        }
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

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
