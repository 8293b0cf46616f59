package dev.qorpus.indexer.analysis;

/**
 * A term of a question.
 *
 * @param term as an index has it
 * @param weight how much it counts: more if the question repeats it, less for a part of a word
 * @param word the number of the word that it is a form of; forms of one word are alternatives
 * @param kind what it stands for
 */
public record WeightedTerm(String term, double weight, int word, TermKind kind) {

    /** A word. */
    public WeightedTerm(String term, double weight, int word) {
        this(term, weight, word, TermKind.WORD);
    }

    /** The same with another weight. */
    public WeightedTerm withWeight(double other) {
        return new WeightedTerm(term, other, word, kind);
    }

    /** How it is shown: words as written stand in quotes. No two terms of a question share a label. */
    public String label() {
        return kind == TermKind.WRITTEN ? '"' + term + '"' : term;
    }
}
