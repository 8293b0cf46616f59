package dev.qorpus.indexer.lucene;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;

/** The fields of a parent that complete a question while it is typed: its words as typed, not stemmed. */
public final class QuestionFields {

    /** Indexed: each word of the question. */
    public static final String WORD = "question_word";
    /** The question, as a value that is read fast for many documents. */
    public static final String QUESTION_VALUE = "question_value";
    /** The length of the question in UTF-16 code units. */
    public static final String LENGTH = "question_length";

    private QuestionFields() {}

    static List<IndexableField> of(String question) {
        List<IndexableField> fields = new ArrayList<>();
        fields.add(new BinaryDocValuesField(QUESTION_VALUE, new BytesRef(question)));
        fields.add(new NumericDocValuesField(LENGTH, question.length()));
        TextAnalysis.typed().words(question).stream().map(Word::term).distinct()
                .forEach(word -> fields.add(new StringField(WORD, word, Field.Store.NO)));
        return fields;
    }
}
