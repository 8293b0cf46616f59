package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.Vocabulary;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * Words of a Lucene index. A typo in an ending changes the stem, so that words are compared as they are written. They are
 * read from the index once, on first use.
 */
public final class LuceneVocabulary implements Vocabulary {

    /** Words of the list, some 30 MB. Of more, the frequent ones are kept: they are what people mean. */
    private static final int MOST_WORDS = 500_000;

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
        Terms terms = MultiTerms.getTerms(searcher().getIndexReader(), LuceneSchema.WORDS);
        return terms == null ? Map.of() : frequent(terms.iterator(), MOST_WORDS);
    }

    /**
     * Terms with the number of entries that have each.
     *
     * @param most if there are more, those of few entries are left out
     */
    static Map<String, Integer> frequent(TermsEnum terms, int most) throws IOException {
        Map<String, Integer> frequent = new HashMap<>();
        int least = 1;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            if (terms.docFreq() >= least) {
                frequent.put(term.utf8ToString(), terms.docFreq());
            }
            while (frequent.size() > most) {
                int more = ++least;
                frequent.values().removeIf(frequency -> frequency < more);
            }
        }
        return frequent;
    }

    private IndexSearcher searcher() {
        return context.searcher();
    }
}
