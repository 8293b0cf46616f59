package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * Where a term is, looked up once: for what is known of it, and for one scan. The postings can be read a single time.
 *
 * @param documents how many have the term, deleted ones included
 * @param occurrences of the term in all of them
 * @param bySegment the postings in the order of the segments; {@code null} where a segment lacks the term
 */
record TermPostings(Term term, int documents, long occurrences, List<@Nullable PostingsEnum> bySegment) {

    /** Looks up terms. */
    static List<TermPostings> of(SearcherContext context, List<Term> terms) throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        Map<String, List<TermsEnum>> dictionaries = new HashMap<>();
        List<TermPostings> found = new ArrayList<>(terms.size());
        for (Term term : terms) {
            List<TermsEnum> dictionary = dictionaries.get(term.field());
            if (dictionary == null) {
                dictionary = dictionary(leaves, term.field());
                dictionaries.put(term.field(), dictionary);
            }
            found.add(of(term, dictionary));
        }
        return found;
    }

    private static List<TermsEnum> dictionary(List<LeafReaderContext> leaves, String field) throws IOException {
        List<TermsEnum> dictionary = new ArrayList<>(leaves.size());
        for (LeafReaderContext leaf : leaves) {
            Terms all = leaf.reader().terms(field);
            dictionary.add(all == null ? TermsEnum.EMPTY : all.iterator());
        }
        return dictionary;
    }

    private static TermPostings of(Term term, List<TermsEnum> dictionary) throws IOException {
        int documents = 0;
        long occurrences = 0;
        List<@Nullable PostingsEnum> postings = new ArrayList<>(dictionary.size());
        for (TermsEnum ofSegment : dictionary) {
            boolean has = ofSegment.seekExact(term.bytes());
            postings.add(has ? ofSegment.postings(null, PostingsEnum.FREQS) : null);
            documents += has ? ofSegment.docFreq() : 0;
            occurrences += has ? ofSegment.totalTermFreq() : 0;
        }
        return new TermPostings(term, documents, occurrences, postings);
    }
}
