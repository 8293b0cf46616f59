package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a question as they are typed: in lower case, without accents, none left out, none stemmed. By
 * their beginnings a question is found that somebody has begun to type.
 */
public final class QuestionWords {

    /** Indexed on the parent: each word of the question. */
    public static final String WORD = "question_word";
    /** On the parent: the question, for reading many of them fast. */
    public static final String QUESTION_VALUE = "question_value";
    /** On the parent: how many UTF-16 code units the question has. */
    public static final String LENGTH = "question_length";

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    private QuestionWords() {}

    /** The words of a text in order, repeated ones included. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream(WORD, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }

    /** What a parent carries of its question. */
    static List<IndexableField> fields(String question) {
        List<IndexableField> fields = new ArrayList<>();
        fields.add(new BinaryDocValuesField(QUESTION_VALUE, new BytesRef(question)));
        fields.add(new NumericDocValuesField(LENGTH, question.length()));
        new LinkedHashSet<>(of(question)).forEach(word -> fields.add(new StringField(WORD, word, Field.Store.NO)));
        return fields;
    }
}
