package dev.qorpus.search.lucene.lexical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.search.similarities.ClassicSimilarity;
import org.apache.lucene.search.similarities.Similarity;

import dev.qorpus.indexer.analysis.TermKind;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.backend.lookup.QueryTerm;

/** A lexical model as a similarity of Lucene's, and the most that a term can add to a score under it, in any engine. */
public record TermWeighting(LexicalModel model) {

    /** The lengths of texts are stored alike for all of these, so that one index serves them all. */
    public Similarity similarity() {
        return switch (model) {
            case ONE_HOT -> new BooleanSimilarity();
            case BAG_OF_WORDS -> new Counts();
            case TF_IDF -> new ClassicSimilarity();
            case BM25 -> LuceneSchema.similarity();
        };
    }

    /**
     * The terms that are compared under this model, with what they count: one-hot vectors have no counts, and only BM25
     * looks at words as they are written, unless there is nothing else.
     */
    public List<WeightedTerm> weighted(List<WeightedTerm> terms) {
        boolean isWritten = model == LexicalModel.BM25
                || terms.stream().allMatch(term -> term.kind() == TermKind.WRITTEN);
        return terms.stream().filter(term -> isWritten || term.kind() != TermKind.WRITTEN)
                .map(term -> model == LexicalModel.ONE_HOT ? term.withWeight(Math.min(1, term.weight())) : term)
                .toList();
    }

    /**
     * The terms as they are scored: a part of a word, or its written form, counts no more than a word as frequent as the
     * word itself. Those forms are rare, and rare terms count much.
     *
     * @param frequencies how many entries have each term, in the same order
     * @param entries in the index
     */
    public List<WeightedTerm> balanced(List<WeightedTerm> terms, List<Long> frequencies, long entries) {
        Map<Integer, Double> wholes = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).kind() == TermKind.WORD && frequencies.get(i) > 0) {
                wholes.merge(terms.get(i).word(), most(entries, frequencies.get(i)), Math::max);
            }
        }
        List<WeightedTerm> balanced = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            WeightedTerm term = terms.get(i);
            double own = most(entries, frequencies.get(i));
            double whole = wholes.getOrDefault(term.word(), own);
            balanced.add(term.kind() == TermKind.WORD || whole >= own
                    ? term
                    : term.withWeight(term.weight() * whole / own));
        }
        return balanced;
    }

    /** Whether {@link #balanced} changes none of them, whatever their frequencies: a search need not wait for these. */
    public static boolean areBalanced(List<WeightedTerm> terms) {
        return terms.stream().allMatch(term -> term.kind() == TermKind.WORD);
    }

    /** What is told of the terms of a question. */
    public List<QueryTerm> known(List<WeightedTerm> terms, List<Long> frequencies, long entries) {
        List<QueryTerm> known = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            WeightedTerm term = terms.get(i);
            known.add(new QueryTerm(term.label(), term.word(), most(entries, frequencies.get(i)) * term.weight(),
                    frequencies.get(i)));
        }
        return known;
    }

    /**
     * What a term adds at most to the score of an entry; the part that depends on the entry is 1 at
     * most, but for the rounding of long texts' lengths.
     *
     * @param entries in the index
     * @param frequency how many of them have the term
     */
    public double most(long entries, long frequency) {
        return switch (model) {
            case ONE_HOT, BAG_OF_WORDS -> 1;
            case TF_IDF -> new ClassicSimilarity().idf(frequency, entries);
            // As in Lucene's BM25Similarity, which leaves out the constant factor k1 + 1.
            case BM25 -> Math.log(1 + (entries - frequency + 0.5) / (frequency + 0.5));
        };
    }

    /** Term frequency and length as in ClassicSimilarity; every term counts the same. */
    private static final class Counts extends ClassicSimilarity {
        @Override
        public float idf(long frequency, long entries) {
            return 1;
        }
    }
}
