package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.Vocabulary;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.lucene.segment.FilterQueries;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * Words of a Lucene index. The index has only stems, and a typo in an ending changes the stem. Words as written are
 * therefore read from the stored texts, once, on first use.
 */
public final class LuceneVocabulary implements Vocabulary {

    /** Entries whose words are read: about a second's work. */
    private static final int READ_UP_TO = 20_000;

    /** Some megabytes at most, as questions are short. */
    private static final int MOST_ASKED = 10_000;

    private final SearcherContext context;
    private final TextAnalysis stems;
    private @Nullable WordList words;
    /** Whether the index has the words that were asked for lately: most questions share their words with others. */
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();

    public LuceneVocabulary(SearcherContext context, TextAnalysis stems) {
        this.context = context;
        this.stems = stems;
    }

    @Override
    public boolean has(String text) {
        Boolean known = asked.get(text);
        if (known == null) {
            known = context.attempt(() -> lookUp(text));
            if (asked.size() >= MOST_ASKED) {
                asked.clear();
            }
            asked.put(text, known);
        }
        return known;
    }

    private boolean lookUp(String text) throws IOException {
        Map<Integer, Boolean> known = new HashMap<>();
        for (WeightedTerm term : stems.wholeWords(text)) {
            known.merge(term.word(), searcher().getIndexReader().docFreq(term(term.term())) > 0, Boolean::logicalOr);
        }
        return !known.containsValue(false);
    }

    @Override
    public boolean hasPhrase(String text) {
        return context.attempt(() -> {
            MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
            List<List<String>> words = stems.phrase(text);
            words.forEach(forms -> phrase.add(forms.stream().map(LuceneVocabulary::term).toArray(Term[]::new)));
            return !words.isEmpty() && searcher().count(phrase.build()) > 0;
        });
    }

    private static Term term(String term) {
        return new Term(LuceneSchema.TEXT, term);
    }

    @Override
    public List<SimilarWord> similar(String word, int edits) {
        return words().similar(word, edits);
    }

    private synchronized WordList words() {
        if (words == null) {
            words = new WordList(context.attempt(this::read));
        }
        return words;
    }

    private Map<String, Integer> read() throws IOException {
        Map<String, Integer> read = new HashMap<>();
        TextAnalysis asWritten = TextAnalysis.unstemmed();
        for (ScoreDoc parent : searcher().search(FilterQueries.parents(Filter.NONE), READ_UP_TO).scoreDocs) {
            Entry entry = LuceneSchema.entry(searcher().storedFields().document(parent.doc));
            Set<String> distinct = new HashSet<>();
            for (String text : List.of(entry.question(), entry.answer().text(),
                    String.join("\n", entry.section()), entry.title())) {
                asWritten.words(text).forEach(word -> distinct.add(word.term()));
            }
            distinct.forEach(word -> read.merge(word, 1, Integer::sum));
        }
        return read;
    }

    private IndexSearcher searcher() {
        return context.searcher();
    }
}
