package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.lucene.QuestionFields;
import dev.qorpus.search.backend.QuestionCompletion;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** Finds questions by the beginnings of their words. */
record LuceneCompletions(SearcherContext context) {

    /** Shorter words have a neighbour by accident too often. */
    private static final int MISTYPED_FROM = 4;
    /** The first letter is seldom wrong. */
    private static final int RIGHT_LETTERS = 1;
    /** Words of a question that is typed; the last ones count. */
    private static final int MOST_WORDS = 12;

    /** More of the words before first, then shorter questions, then the order of the index. */
    private static final Sort MEANT_FIRST = new Sort(SortField.FIELD_SCORE,
            new SortField(QuestionFields.LENGTH, SortField.Type.INT));

    List<QuestionCompletion> of(String text, boolean mistyped, int k) throws IOException {
        List<String> words = TextAnalysis.typed().words(text).stream().map(Word::term).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> last = words.subList(Math.max(0, words.size() - MOST_WORDS), words.size());
        List<QuestionCompletion> found = new ArrayList<>();
        for (ScoreDoc doc : context.searcher().search(query(last, mistyped), k, MEANT_FIRST).scoreDocs) {
            found.add(new QuestionCompletion(context.id(doc.doc), question(doc.doc)));
        }
        return found;
    }

    private static Query query(List<String> words, boolean mistyped) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words.subList(0, words.size() - 1)) {
            Term term = new Term(QuestionFields.WORD, word);
            Query whole = mistyped && word.length() >= MISTYPED_FROM
                    ? new FuzzyQuery(term, 1, RIGHT_LETTERS)
                    : new TermQuery(term);
            query.add(new ConstantScoreQuery(whole), BooleanClause.Occur.SHOULD);
        }
        query.add(beginning(words.getLast(), mistyped), BooleanClause.Occur.FILTER);
        query.setMinimumNumberShouldMatch(words.size() / 2);
        return query.build();
    }

    private static Query beginning(String word, boolean mistyped) {
        Term term = new Term(QuestionFields.WORD, word);
        if (!mistyped || word.length() < MISTYPED_FROM) {
            return new PrefixQuery(term);
        }
        String right = word.substring(0, word.offsetByCodePoints(0, RIGHT_LETTERS));
        Automaton near = new LevenshteinAutomata(word.substring(right.length()), true).toAutomaton(1, right);
        return new AutomatonQuery(term, Operations.determinize(
                Operations.concatenate(List.of(near, Automata.makeAnyString())),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }

    private String question(int doc) throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues questions = DocValues.getBinary(leaf.reader(), QuestionFields.QUESTION_VALUE);
        if (!questions.advanceExact(doc - leaf.docBase)) {
            throw new IOException("document " + doc + " has no question");
        }
        return questions.binaryValue().utf8ToString();
    }
}
