package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.schema.FileRecord;

/** The mapping of file records to and from Lucene documents. No search finds these documents. */
public final class FileRecords {

    private static final String NAME = "record";
    private static final String CONTENT = "record_content";
    private static final String KIND = "file";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FileRecords() {}

    /** The records of all files, ordered by name. */
    public static List<FileRecord> read(IndexReader reader) throws IOException {
        List<FileRecord> files = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            PostingsEnum docs = leaf.reader().postings(new Term(LuceneSchema.KIND, KIND), PostingsEnum.NONE);
            // One object for all documents, because it caches the last decompressed block.
            StoredFields stored = leaf.reader().storedFields();
            while (docs != null && docs.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                if (live == null || live.get(docs.docID())) {
                    files.add(file(stored.document(docs.docID())));
                }
            }
        }
        files.sort(Comparator.comparing(FileRecord::file));
        return files;
    }

    /** The term of the record of one file. */
    static Term of(String file) {
        return new Term(NAME, file);
    }

    static Document document(FileRecord file) {
        Document document = new Document();
        document.add(new StringField(LuceneSchema.KIND, KIND, Field.Store.NO));
        document.add(new StringField(NAME, file.file(), Field.Store.NO));
        document.add(new StoredField(CONTENT, JSON.writeValueAsBytes(file)));
        return document;
    }

    private static FileRecord file(Document document) {
        BytesRef content = document.getBinaryValue(CONTENT);
        return JSON.readValue(content.bytes, content.offset, content.length, FileRecord.class);
    }
}
