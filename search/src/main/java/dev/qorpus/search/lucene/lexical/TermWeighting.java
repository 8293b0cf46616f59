package dev.qorpus.search.lucene.lexical;

import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.search.similarities.ClassicSimilarity;
import org.apache.lucene.search.similarities.Similarity;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.lookup.LexicalModel;

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

    /** A term with what it counts under this model: one-hot vectors have no counts. */
    public WeightedTerm weighted(WeightedTerm term) {
        return model == LexicalModel.ONE_HOT
                ? new WeightedTerm(term.term(), Math.min(1, term.weight()), term.word())
                : term;
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
