package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;

/**
 * Vectors that are computed, but not published yet. They are in an index of their own, in a folder inside the folder of the
 * index. It is committed after each batch, so that a crash loses one batch at most. Only the process with the lock of the
 * index uses it. It is deleted when something is published.
 */
final class UnpublishedVectors implements AutoCloseable {

    /** The name of the folder inside the folder of the index. */
    static final String FOLDER = "unpublished-vectors";

    private static final String KEY = "key";
    private static final String VECTOR = "vector";

    private final Path folder;
    private final @Nullable DirectoryReader reader;
    private @Nullable IndexWriter writer;

    private UnpublishedVectors(Path folder, @Nullable DirectoryReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** Opens the vectors of earlier runs. Damaged vectors are deleted. */
    static UnpublishedVectors open(Path index) throws IOException {
        Path folder = index.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return new UnpublishedVectors(folder, null);
        }
        try {
            Directory directory = FSDirectory.open(folder);
            return new UnpublishedVectors(folder,
                    DirectoryReader.indexExists(directory) ? DirectoryReader.open(directory) : null);
        } catch (IOException | IllegalArgumentException e) {
            delete(folder);
            return new UnpublishedVectors(folder, null);
        }
    }

    /** Adds the vectors of texts to a map, as far as they are stored. */
    void find(ModelEntry model, Set<String> texts, Map<String, TextVectors> vectors) throws IOException {
        if (reader == null) {
            return;
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String text : texts) {
                PostingsEnum found = leaf.reader().postings(new Term(KEY, key(model, text)), PostingsEnum.NONE);
                if (found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                    BytesRef bytes = leaf.reader().storedFields().document(found.docID()).getBinaryValue(VECTOR);
                    vectors.put(text, TextVectors.read(ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length)));
                }
            }
        }
    }

    /** Stores vectors by their texts. They are on disk when this returns. */
    void add(ModelEntry model, Map<String, TextVectors> vectors) throws IOException {
        if (writer == null) {
            writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig());
        }
        for (Map.Entry<String, TextVectors> vector : vectors.entrySet()) {
            Document document = new Document();
            document.add(new StringField(KEY, key(model, vector.getKey()), Field.Store.NO));
            document.add(new StoredField(VECTOR, vector.getValue().toBytes()));
            writer.addDocument(document);
        }
        writer.commit();
    }

    private static String key(ModelEntry model, String text) {
        return model.name() + ' ' + model.checksum() + ' ' + model.tokens() + ' ' + LuceneSchema.textHash(text);
    }

    /** Deletes all vectors. */
    void clear() throws IOException {
        close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.rollback();
            writer.getDirectory().close();
            writer = null;
        }
        if (reader != null) {
            reader.close();
            reader.directory().close();
        }
    }
}
