package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.analysis.IndexedTerm;
import dev.qorpus.indexer.analysis.TermKind;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.AnswerHash;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.models.Sha256;

/**
 * The only mapping of entries to and from OpenSearch documents. An entry has one document, and one more for each passage.
 * Each document has the run in which it was added, and, once it is replaced or removed, the run in which it ended.
 */
public final class OpenSearchSchema {

    /** The kind of a document: {@link #ENTRY}, {@link #PASSAGE} or {@link #FILE_RECORD}. */
    public static final String KIND = "kind";
    /** The kind of a document with the text of an entry and the vector of its question. */
    public static final String ENTRY = "entry";
    /** The kind of a document with the vector of a passage. */
    public static final String PASSAGE = "passage";
    /** The kind of a document with a file record. */
    static final String FILE_RECORD = "file";
    /** The id of the entry; in a file record, the name of the file. */
    public static final String ID = "id";
    /** The number of the passage, from 0; −1 in other documents. */
    public static final String ORDINAL = "ordinal";
    /** The first run in which the document is valid. */
    public static final String FIRST_RUN = "from";
    /** The first run in which the document is no longer valid. */
    public static final String END_RUN = "until";
    /** The values of the filter fields, in the format of {@link #filter}. */
    public static final String FILTERS = "filters";
    /** The terms for lexical search, in the format of {@link #terms}. */
    public static final String TEXT = "text";
    /** The same text, scored as bag-of-words. */
    public static final String COUNTS = TEXT + ".counts";
    /** The same text, scored by tf-idf. */
    public static final String TF_IDF = TEXT + ".tfidf";
    /** The text for lexical search as written: question, answer, headings and title. */
    public static final String WORDS = "words";
    /** The words of the same text as they are written, in the format of {@link #terms}. */
    public static final String WRITTEN = "written";
    /** The question, not stemmed and without accents. */
    public static final String QUESTION = "question";
    /** The length of the question in UTF-16 code units. */
    public static final String QUESTION_LENGTH = "question_length";
    /** The {@link AnswerHash} of an entry with an answer. */
    public static final String ANSWER_HASH = "answer_hash";
    /** The line at which the entry begins. */
    public static final String LINE = "line";
    /** The entry or file record, which is stored and not indexed. */
    public static final String STORED = "stored";
    /** The hash of the embedded text. */
    static final String TEXT_HASH = "embedded";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final char SEPARATOR = '=';
    /** No term has it: analyzers split at it. */
    static final char ALTERNATIVE = '|';

    private OpenSearchSchema() {}

    /** The stored form of an entry. */
    public record Stored(Entry entry, List<Passage> passages) {}

    /** The field of the vectors of questions in a vector space. Spaces count from 0 in the order of the manifest. */
    public static String questionVectors(int space) {
        return "question_vectors.v" + space;
    }

    /** The field of the vectors of passages in a vector space. */
    public static String passageVectors(int space) {
        return "passage_vectors.v" + space;
    }

    /** The field of the packed vectors of tokens in a vector space, in Base64: of passages, and of entries without any. */
    public static String tokenVectors(int space) {
        return "token_vectors.v" + space;
    }

    /** Terms as a cluster gets them: with blanks between words, and {@link #ALTERNATIVE} between forms of one word. */
    static String terms(List<IndexedTerm> tokens) {
        StringBuilder terms = new StringBuilder();
        for (IndexedTerm token : tokens) {
            if (!terms.isEmpty()) {
                terms.append(token.isAlternative() ? ALTERNATIVE : ' ');
            }
            terms.append(token.term());
        }
        return terms.toString();
    }

    /** The field in which a term of a question is indexed. */
    public static String field(WeightedTerm term) {
        return term.kind() == TermKind.WRITTEN ? WRITTEN : TEXT;
    }

    /** A phrase in the same format. */
    public static String phrase(List<List<String>> words) {
        return words.stream().map(forms -> String.join(String.valueOf(ALTERNATIVE), forms))
                .collect(Collectors.joining(" "));
    }

    /** The format of a value in {@link #FILTERS}. */
    public static String filter(String field, String value) {
        // A field whose name contains the separator cannot be filtered by.
        return field + SEPARATOR + value;
    }

    /** Reads the entry from the source of a document. */
    public static Stored stored(JsonNode source) {
        return JSON.treeToValue(source.path(STORED), Stored.class);
    }

    /** Reads a vector from the source of a document; empty if there is none. */
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

    /** The documents of an entry, by id. */
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
        document.put(TEXT, terms(IndexSchema.tokens(entry)));
        document.put(WRITTEN, terms(IndexSchema.written(entry)));
        document.put(WORDS, IndexSchema.text(entry));
        document.put(QUESTION, entry.question());
        document.put(QUESTION_LENGTH, entry.question().length());
        document.put(LINE, entry.line());
        AnswerHash.of(entry).ifPresent(hash -> document.put(ANSWER_HASH, hash));
        document.put(STORED, new Stored(entry, indexed.passages()));
        addVectors(document, "question_vectors", indexed, EntryVectors::question);
        addTokens(document, indexed, -1);
        return document;
    }

    private static Map<String, Object> passage(IndexedEntry indexed, int ordinal, long run) {
        Map<String, Object> document = common(PASSAGE, indexed, indexed.texts().passages().get(ordinal), run);
        document.put(ORDINAL, ordinal);
        addVectors(document, "passage_vectors", indexed, vectors -> vectors.passages()[ordinal]);
        addTokens(document, indexed, ordinal);
        return document;
    }

    private static void addVectors(Map<String, Object> document, String field, IndexedEntry indexed,
            Function<EntryVectors, float[]> vector) {
        Map<String, float[]> vectors = new TreeMap<>();
        int space = 0;
        for (EntryVectors rows : indexed.vectors().values()) {
            vectors.put("v" + space++, vector.apply(rows));
        }
        document.put(field, vectors);
    }

    private static void addTokens(Map<String, Object> document, IndexedEntry indexed, int passage) {
        Map<String, String> tokens = new TreeMap<>();
        int space = 0;
        for (EntryVectors rows : indexed.vectors().values()) {
            byte[] packed = rows.tokens(passage);
            if (packed.length > 0) {
                tokens.put("v" + space, Base64.getEncoder().encodeToString(packed));
            }
            space++;
        }
        if (!tokens.isEmpty()) {
            document.put("token_vectors", tokens);
        }
    }

    /** Reads the packed vectors of tokens from the source of a document; empty if there are none. */
    public static byte[] tokens(JsonNode source, int space) {
        return Base64.getDecoder()
                .decode(source.at("/" + tokenVectors(space).replace('.', '/')).asString(""));
    }

    private static Map<String, Object> common(String kind, IndexedEntry indexed, String embedded, long run) {
        List<String> filters = new ArrayList<>();
        FilterFields.of(indexed.entry())
                .forEach((field, values) -> values.forEach(value -> filters.add(filter(field, value))));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(KIND, kind);
        document.put(ID, indexed.entry().id().value());
        document.put(FIRST_RUN, run);
        document.put(FILTERS, filters);
        document.put(TEXT_HASH, textHash(embedded));
        return document;
    }

    static Map<String, Object> document(FileRecord file, long run) {
        return Map.of(KIND, FILE_RECORD, ID, file.file(), ORDINAL, -1, FIRST_RUN, run, STORED, file);
    }
}
