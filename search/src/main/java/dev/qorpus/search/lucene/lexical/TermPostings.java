package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * Where a term is, looked up once: for what is known of it, and for scans.
 *
 * @param documents how many have the term, deleted ones included
 * @param occurrences of the term in all of them
 * @param bySegment its places in the order of the segments; {@code null} where a segment lacks the term
 */
record TermPostings(Term term, int documents, long occurrences, List<@Nullable Place> bySegment) {

    /**
     * The place of a term in a segment.
     *
     * @param documents how many have the term there
     */
    record Place(Terms dictionary, BytesRef term, TermState state, int documents) {

        /** Its documents with their frequencies, before the first one. */
        PostingsEnum postings() throws IOException {
            TermsEnum at = dictionary.iterator();
            at.seekExact(term, state);
            return at.postings(null, PostingsEnum.FREQS);
        }
    }

    /** The terms of a segment, and a place among them. */
    private record Dictionary(@Nullable Terms terms, TermsEnum at) {

        @Nullable
        Place find(BytesRef term) throws IOException {
            return terms != null && at.seekExact(term) ? new Place(terms, term, at.termState(), at.docFreq()) : null;
        }
    }

    /** Looks up terms. */
    static List<TermPostings> of(SearcherContext context, List<Term> terms) throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        Map<String, List<Dictionary>> dictionaries = new HashMap<>();
        List<TermPostings> found = new ArrayList<>(terms.size());
        for (Term term : terms) {
            List<Dictionary> dictionary = dictionaries.get(term.field());
            if (dictionary == null) {
                dictionary = dictionary(leaves, term.field());
                dictionaries.put(term.field(), dictionary);
            }
            found.add(of(term, dictionary));
        }
        return found;
    }

    private static List<Dictionary> dictionary(List<LeafReaderContext> leaves, String field) throws IOException {
        List<Dictionary> dictionary = new ArrayList<>(leaves.size());
        for (LeafReaderContext leaf : leaves) {
            Terms all = leaf.reader().terms(field);
            dictionary.add(new Dictionary(all, all == null ? TermsEnum.EMPTY : all.iterator()));
        }
        return dictionary;
    }

    private static TermPostings of(Term term, List<Dictionary> dictionary) throws IOException {
        int documents = 0;
        long occurrences = 0;
        List<@Nullable Place> places = new ArrayList<>(dictionary.size());
        for (Dictionary ofSegment : dictionary) {
            Place place = ofSegment.find(term.bytes());
            places.add(place);
            documents += place == null ? 0 : place.documents();
            occurrences += place == null ? 0 : ofSegment.at().totalTermFreq();
        }
        return new TermPostings(term, documents, occurrences, places);
    }
}
