package dev.qorpus.search.rerank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.vectors.TokenSpans;
import dev.qorpus.search.backend.lookup.QueryTerm;

/** What the tokens of a question weigh: as much as the words that they are parts of do in lexical search. */
public final class TokenWeights {

    private TokenWeights() {}

    /**
     * The weights.
     *
     * @param tokens where the tokens of the question are
     * @param words the content words of the same text
     * @param terms of the question, with what the index knows of them
     * @return the inverse document frequency of each token's word; {@link RankingConstants#LATE_STOP_WORD} for other words
     */
    public static double[] of(TokenSpans tokens, List<Word> words, List<QueryTerm> terms) {
        Map<String, Double> known = new HashMap<>();
        terms.forEach(term -> known.merge(term.term(), term.ceiling(), Math::max));
        double[] weights = new double[tokens.size()];
        for (int token = 0; token < weights.length; token++) {
            weights[token] = RankingConstants.LATE_STOP_WORD;
            for (Word word : words) {
                if (tokens.overlaps(token, word.span().start(), word.span().end())) {
                    weights[token] = Math.max(weights[token], known.getOrDefault(word.term(), 0.0));
                }
            }
        }
        return weights;
    }
}
