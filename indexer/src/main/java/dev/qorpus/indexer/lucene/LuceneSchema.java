package dev.qorpus.indexer.lucene;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;

import dev.qorpus.indexer.analysis.TermKind;
import dev.qorpus.indexer.analysis.TermStream;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.schema.AnswerHash;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Sha256;

/**
 * The only mapping of entries to and from Lucene documents. An entry is a block of documents: one child for each passage in
 * order, then the parent. The parent has the text, the stored fields and the vector of the question.
 */
public final class LuceneSchema {

    /** Indexed on every document of the block: the id of the entry. */
    public static final String ID = "id";
    /** Indexed on the parent only, with the term {@link #PARENT}. */
    public static final String KIND = "kind";
    /** The term of {@link #KIND}. */
    public static final String PARENT = "entry";
    /** On a child: the number of documents from it to its parent. */
    public static final String TO_PARENT = "to_parent";
    /** On a child: the number of the passage, from 0. */
    public static final String ORDINAL = "ordinal";
    /** On the parent: the id of the entry, as a value that is read fast for many documents. */
    public static final String ID_VALUE = "id_value";
    /** On the parent of an entry with an answer: its {@link AnswerHash}. */
    public static final String ANSWER_HASH = "answer_hash";
    /** The text for lexical search: question, answer and section. */
    public static final String TEXT = "text";

    /** The words of the same text as they are written. */
    public static final String WRITTEN = "written";

    /** Each of these words once, with its accents. Their terms are the vocabulary that spelling is corrected by. */
    public static final String WORDS = "words";

    /** The hash of the entry, so that an index can be checked against the digest in its manifest. */
    private static final String HASH_VALUE = "hash_value";
    private static final String TEXT_HASH = "embedded";
    private static final String NUMBER = "number";
    private static final String QUESTION = "question";
    private static final String MARKDOWN = "markdown";
    private static final String ANSWER = "answer";
    private static final String ENTRY_KIND = "entry_kind";
    private static final String LANGUAGE = "language";
    private static final String TITLE = "title";
    private static final String SECTION = "section";
    private static final String LABEL = "label";
    private static final String FILE = "file";
    private static final String LINE = "line";
    private static final String PASSAGE = "passage";
    private static final char SEPARATOR = '\u0000';

    /** The stored fields of a parent that a table of contents needs: all except the answer. */
    public static final Set<String> OUTLINE = Set.of(ID, ENTRY_KIND, TITLE, NUMBER, QUESTION, SECTION, FILE, LINE);

    private LuceneSchema() {}

    /** BM25 with the schema's parameters. */
    public static Similarity similarity() {
        return new BM25Similarity(RankingConstants.BM25_K1, RankingConstants.BM25_B);
    }

    /** The term of a question, in the field where it is indexed. */
    public static Term term(WeightedTerm term) {
        return term(term.term(), term.kind() == TermKind.WRITTEN);
    }

    /** A term in the field of words as they are written, or else in that of stems. */
    public static Term term(String term, boolean asWritten) {
        return new Term(asWritten ? WRITTEN : TEXT, term);
    }

    /** The field of the vectors of questions in a vector space. */
    public static String questionVectors(String space) {
        return "question." + space;
    }

    /** The field of the vectors of passages in a vector space. */
    public static String passageVectors(String space) {
        return "passage." + space;
    }

    /** The field of the packed vectors of tokens in a vector space: on children, and on a parent without children. */
    public static String tokenVectors(String space) {
        return "tokens." + space;
    }

    /** The indexed field with the values of a filter field, for filtering. */
    public static String filter(String field) {
        return "filter." + field;
    }

    /** The field with the same values on parents only, for counting. */
    public static String facet(String field) {
        return "facet." + field;
    }

    /** The hash of a text, by which its vector is found. */
    static String textHash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }

    /** The field with the hash of the embedded text, by which a vector is found. */
    static String textHashField() {
        return TEXT_HASH;
    }

    /** The block of an entry, with the children first. */
    static List<Document> documents(IndexedEntry indexed) {
        Entry entry = indexed.entry();
        List<Document> block = new ArrayList<>();
        List<Passage> passages = indexed.passages();
        for (int i = 0; i < passages.size(); i++) {
            int ordinal = i;
            Document child = common(entry, indexed.texts().passages().get(i));
            child.add(new NumericDocValuesField(ORDINAL, ordinal));
            child.add(new NumericDocValuesField(TO_PARENT, passages.size() - ordinal));
            indexed.vectors().forEach((space, vectors) -> {
                child.add(vector(passageVectors(space), vectors.passages()[ordinal]));
                addTokens(child, space, vectors.tokens(ordinal));
            });
            block.add(child);
        }
        block.add(parent(indexed));
        return block;
    }

    private static Document parent(IndexedEntry indexed) {
        Entry entry = indexed.entry();
        Document parent = common(entry, indexed.texts().question());
        parent.add(new StringField(KIND, PARENT, Field.Store.NO));
        parent.add(new BinaryDocValuesField(ID_VALUE, new BytesRef(entry.id().value())));
        parent.add(new BinaryDocValuesField(HASH_VALUE, new BytesRef(indexed.hash())));
        AnswerHash.of(entry).ifPresent(hash -> parent.add(new NumericDocValuesField(ANSWER_HASH, hash)));
        parent.add(new TextField(TEXT, new TermStream(IndexSchema.tokens(entry))));
        parent.add(new TextField(WRITTEN, new TermStream(IndexSchema.written(entry))));
        IndexSchema.words(entry).forEach(word -> parent.add(new StringField(WORDS, word, Field.Store.NO)));
        FilterFields.of(entry).forEach((field, values) -> values
                .forEach(value -> parent.add(new SortedSetDocValuesField(facet(field), new BytesRef(value)))));
        QuestionFields.of(entry.question()).forEach(parent::add);
        indexed.vectors().forEach((space, vectors) -> {
            parent.add(vector(questionVectors(space), vectors.question()));
            addTokens(parent, space, vectors.tokens(-1));
        });
        store(parent, indexed);
        return parent;
    }

    private static Document common(Entry entry, String embedded) {
        Document document = new Document();
        document.add(new StringField(ID, entry.id().value(), Field.Store.NO));
        document.add(new StringField(TEXT_HASH, textHash(embedded), Field.Store.NO));
        FilterFields.of(entry).forEach((field, values) -> values
                .forEach(value -> document.add(new StringField(filter(field), value, Field.Store.NO))));
        return document;
    }

    private static void addTokens(Document document, String space, byte[] tokens) {
        if (tokens.length > 0) {
            document.add(new BinaryDocValuesField(tokenVectors(space), new BytesRef(tokens)));
        }
    }

    private static KnnFloatVectorField vector(String field, float[] vector) {
        return new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    private static void store(Document parent, IndexedEntry indexed) {
        Entry entry = indexed.entry();
        parent.add(new StoredField(ID, entry.id().value()));
        parent.add(new StoredField(ENTRY_KIND, entry.kind().id()));
        parent.add(new StoredField(LANGUAGE, entry.language()));
        parent.add(new StoredField(TITLE, entry.title()));
        if (entry.number() != null) {
            parent.add(new StoredField(NUMBER, entry.number()));
        }
        parent.add(new StoredField(QUESTION, entry.question()));
        parent.add(new StoredField(MARKDOWN, entry.answer().markdown()));
        parent.add(new StoredField(ANSWER, entry.answer().text()));
        entry.section().forEach(heading -> parent.add(new StoredField(SECTION, heading)));
        entry.labels().forEach((name, values) -> values
                .forEach(value -> parent.add(new StoredField(LABEL, name + SEPARATOR + value))));
        parent.add(new StoredField(FILE, entry.file()));
        parent.add(new StoredField(LINE, entry.line()));
        indexed.passages().forEach(
                passage -> parent.add(new StoredField(PASSAGE, passage.start() + "-" + passage.end())));
    }

    /** The entry that is stored in a parent, without the fields that were not read. */
    public static Entry entry(Document parent) {
        SortedMap<String, List<String>> labels = new TreeMap<>();
        for (String label : parent.getValues(LABEL)) {
            int separator = label.indexOf(SEPARATOR);
            labels.computeIfAbsent(label.substring(0, separator), name -> new ArrayList<>())
                    .add(label.substring(separator + 1));
        }
        Answer answer = new Answer(Objects.requireNonNullElse(parent.get(MARKDOWN), ""),
                Objects.requireNonNullElse(parent.get(ANSWER), ""));
        IndexableField line = parent.getField(LINE);
        return new Entry(new EntryId(parent.get(ID)), EntryKind.of(parent.get(ENTRY_KIND)), parent.get(NUMBER),
                parent.get(QUESTION), answer, new Context(parent.get(TITLE), List.of(parent.getValues(SECTION))),
                labels, Objects.requireNonNullElse(parent.get(LANGUAGE), ""), parent.get(FILE),
                line.numericValue().intValue());
    }

    /** The passages that are stored in a parent, in order. */
    public static List<Passage> passages(Document parent) {
        List<Passage> passages = new ArrayList<>();
        for (String range : parent.getValues(PASSAGE)) {
            int dash = range.indexOf('-');
            passages.add(new Passage(Integer.parseInt(range, 0, dash, 10),
                    Integer.parseInt(range, dash + 1, range.length(), 10)));
        }
        return passages;
    }
}
