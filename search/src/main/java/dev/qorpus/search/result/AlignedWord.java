package dev.qorpus.search.result;

import dev.qorpus.indexer.analysis.Span;

/**
 * A word of the question, and the word of an entry that is nearest to it in context.
 *
 * @param word of the question
 * @param partner the nearest word of the entry's question or of its best passage
 * @param inQuestion whether the partner is in the entry's question, and not in its answer
 * @param asked where the word is in the question
 * @param found where the partner is, in the entry's question or in the plain text of its answer
 * @param cosine of the two, from −1 to 1
 * @param weight of the word in the late score, from 0 to 1; the weights of all tokens together are 1
 */
public record AlignedWord(String word, String partner, boolean inQuestion, Span asked, Span found, double cosine,
        double weight) {}
