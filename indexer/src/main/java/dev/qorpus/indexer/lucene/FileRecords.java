package dev.qorpus.indexer.lucene;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.schema.FileRecord;

/** The mapping of file records to and from Lucene documents. No search finds these documents. */
final class FileRecords {

    private static final String NAME = "record";
    private static final String CONTENT = "record_content";
    private static final String KIND = "file";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FileRecords() {}

    /** The term of all file records. */
    static Term all() {
        return new Term(LuceneSchema.KIND, KIND);
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

    static FileRecord file(Document document) {
        BytesRef content = document.getBinaryValue(CONTENT);
        return JSON.readValue(content.bytes, content.offset, content.length, FileRecord.class);
    }
}
