package dev.qorpus.search.retrieve;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.backend.evidence.Probe;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.backend.lookup.AskedText;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.backend.lookup.QueryTerm;

/**
 * BM25 (Robertson and Zaragoza 2009), or a plainer model of words. Scores lie between 0 and the sum of all terms' inverse
 * document frequencies, so that a question made of words the corpus lacks cannot come near the maximum.
 *
 * @param model how words are compared
 * @param text the question
 * @param proposes whether its best entries are candidates
 */
public record LexicalRetriever(LexicalModel model, AskedText text, boolean proposes) implements Retriever {

    @Override
    public RetrieverKind kind() {
        return RetrieverKind.LEXICAL;
    }

    @Override
    public Probe probe() {
        return new Probe.Words(model, text, proposes);
    }

    @Override
    public ScoreBounds bounds(ProbeEvidence evidence) {
        return new ScoreBounds(0, QueryTerm.bound(evidence.terms()));
    }

    /** A score is a sum over terms that are there by chance or not: its spread grows with the sum's root. */
    @Override
    public double scale(ProbeEvidence evidence) {
        return RankingConstants.LEXICAL_SCALE * Math.sqrt(QueryTerm.ceiling(evidence.terms()));
    }

    @Override
    public double coverage(ProbeEvidence evidence) {
        return QueryTerm.coverage(evidence.terms());
    }
}
