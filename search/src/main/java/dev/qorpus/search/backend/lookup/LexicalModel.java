package dev.qorpus.search.backend.lookup;

import java.util.Arrays;
import java.util.Optional;

/**
 * How words are compared: the rungs below sentence vectors, over one index. The score of an entry is a sum over the
 * terms that it shares with the question.
 */
public enum LexicalModel {
    /** Whether a term is there: the number of shared terms. */
    ONE_HOT("one-hot"),
    /** How often a term is there: the product of square-rooted counts, the text's being brought to length 1. */
    BAG_OF_WORDS("bag-of-words"),
    /** The same, rare terms counting more (Salton and Buckley 1988; Lucene's ClassicSimilarity). */
    TF_IDF("tf-idf"),
    /** Okapi BM25 (Robertson and Zaragoza 2009). */
    BM25("bm25");

    private final String label;

    LexicalModel(String label) {
        this.label = label;
    }

    /** The name of its mode. */
    public String label() {
        return label;
    }

    /** The model of that name, if there is one. */
    public static Optional<LexicalModel> named(String name) {
        return Arrays.stream(values()).filter(model -> model.label.equals(name)).findFirst();
    }
}
