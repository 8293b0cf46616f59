package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.models.Sha256;

/**
 * The single mapping of an entry to and from documents of OpenSearch: one for the entry, and one for each passage. All
 * carry the run {@link #FROM} which they count, and, once they are replaced or removed, the run {@link #UNTIL} which
 * they did.
 */
public final class OpenSearchSchema {

    /** What a document is: {@link #ENTRY}, {@link #PASSAGE} or {@link #FILE_RECORD}. */
    public static final String KIND = "kind";
    /** Kind of a document with an entry's text and its question's vector. */
    public static final String ENTRY = "entry";
    /** Kind of a document with a passage's vector. */
    public static final String PASSAGE = "passage";
    /** Kind of a document with what is known of a file. */
    static final String FILE_RECORD = "file";
    /** The entry's id; of a file's record, the file. */
    public static final String ID = "id";
    /** Which passage it is, from 0; −1 for anything else. */
    public static final String ORDINAL = "ordinal";
    /** The first run in which the document counts. */
    public static final String FROM = "from";
    /** The first run in which it no longer does. */
    public static final String UNTIL = "until";
    /** The values of filter fields, as {@link #filter} writes them. */
    public static final String FILTERS = "filters";
    /** The text that BM25 ranks: question, answer and section together. */
    public static final String TEXT = "text";
    /** The same text for bag-of-words. */
    public static final String COUNTS = TEXT + ".counts";
    /** The same text for tf-idf. */
    public static final String TF_IDF = TEXT + ".tfidf";
    /** The words of the same text as written. */
    public static final String WORDS = TEXT + ".words";
    /** The question, its words as typed. */
    public static final String QUESTION = "question";
    /** How many UTF-16 code units the question has. */
    public static final String QUESTION_LENGTH = "question_length";
    /** The line where the entry begins. */
    public static final String LINE = "line";
    /** The entry or record itself, which is only kept. */
    public static final String STORED = "stored";
    /** Hash of the text that was embedded. */
    static final String EMBEDDED = "embedded";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final char SEPARATOR = '=';

    private OpenSearchSchema() {}

    /** What is kept of an entry. */
    public record Stored(Entry entry, List<Passage> passages) {}

    /** Field of the questions' vectors in a space, counted from 0 in the order of the manifest. */
    public static String questionVectors(int space) {
        return "question_vectors.v" + space;
    }

    /** Field of the passages' vectors in a space. */
    public static String passageVectors(int space) {
        return "passage_vectors.v" + space;
    }

    /** A value of a filter field as {@link #FILTERS} has it. */
    public static String filter(String field, String value) {
        // A name with the sign in it is none that could be asked for.
        return field + SEPARATOR + value;
    }

    /** What is kept of the entry in a document's source. */
    public static Stored stored(JsonNode source) {
        return JSON.treeToValue(source.path(STORED), Stored.class);
    }

    /** A vector of a document's source; empty if it has none there. */
    public static float[] vector(JsonNode source, String field) {
        JsonNode numbers = source.at("/" + field.replace('.', '/'));
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.path(i).doubleValue();
        }
        return vector;
    }

    static FileRecord file(JsonNode source) {
        return JSON.treeToValue(source.path(STORED), FileRecord.class);
    }

    static String textHash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }

    /** The documents of an entry by their ids. */
    static Map<String, Object> documents(IndexedEntry indexed, long run) {
        Map<String, Object> documents = new LinkedHashMap<>();
        String id = documentId(ENTRY, indexed.entry().id().value(), run);
        documents.put(id, entry(indexed, run));
        for (int i = 0; i < indexed.passages().size(); i++) {
            documents.put(id + "." + i, passage(indexed, i, run));
        }
        return documents;
    }

    static String documentId(String kind, String key, long run) {
        return textHash(kind + ' ' + key) + "." + run;
    }

    private static Map<String, Object> entry(IndexedEntry indexed, long run) {
        Entry entry = indexed.entry();
        Map<String, Object> document = common(ENTRY, indexed, indexed.texts().question(), run);
        document.put(ORDINAL, -1);
        document.put(TEXT, IndexSchema.text(entry));
        document.put(QUESTION, entry.question());
        document.put(QUESTION_LENGTH, entry.question().length());
        document.put(LINE, entry.line());
        document.put(STORED, new Stored(entry, indexed.passages()));
        Map<String, float[]> vectors = new TreeMap<>();
        int space = 0;
        for (EntryVectors rows : indexed.vectors().values()) {
            vectors.put("v" + space++, rows.question());
        }
        document.put("question_vectors", vectors);
        return document;
    }

    private static Map<String, Object> passage(IndexedEntry indexed, int ordinal, long run) {
        Map<String, Object> document = common(PASSAGE, indexed, indexed.texts().passages().get(ordinal), run);
        document.put(ORDINAL, ordinal);
        Map<String, float[]> vectors = new TreeMap<>();
        int space = 0;
        for (EntryVectors rows : indexed.vectors().values()) {
            vectors.put("v" + space++, rows.passages()[ordinal]);
        }
        document.put("passage_vectors", vectors);
        return document;
    }

    private static Map<String, Object> common(String kind, IndexedEntry indexed, String embedded, long run) {
        List<String> filters = new ArrayList<>();
        FilterFields.of(indexed.entry())
                .forEach((field, values) -> values.forEach(value -> filters.add(filter(field, value))));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(KIND, kind);
        document.put(ID, indexed.entry().id().value());
        document.put(FROM, run);
        document.put(FILTERS, filters);
        document.put(EMBEDDED, textHash(embedded));
        return document;
    }

    static Map<String, Object> document(FileRecord file, long run) {
        return Map.of(KIND, FILE_RECORD, ID, file.file(), ORDINAL, -1, FROM, run, STORED, file);
    }
}
