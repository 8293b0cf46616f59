package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.fuse.RetrieverScore;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.rerank.LateInteraction;
import dev.qorpus.search.retrieve.RetrieverKind;
import dev.qorpus.search.share.EntryPriors;
import dev.qorpus.search.share.RetrieverShares;

/**
 * What the retrievers found.
 *
 * @param mode what was run: the lexical mode if vectors were to be compared and there is no model
 * @param evidence for details of the best
 * @param priors of the entries
 * @param shares what each retriever says, in their order
 * @param total how many entries the mode has evidence for
 * @param late the comparison token by token, if there was one
 * @param isFallback whether only words were compared, though vectors were to be
 */
record RetrievalResult(Mode mode, Evidence evidence, EntryPriors priors, List<RetrieverShares> shares, int total,
        Optional<LateInteraction> late, boolean isFallback) {

    /** The place of a retriever among the others, if it was run. */
    Optional<Integer> indexOf(RetrieverKind kind) {
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).kind() == kind) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The same in another mode. */
    RetrievalResult in(Mode other) {
        return new RetrievalResult(other, evidence, priors, shares, total, late, isFallback);
    }

    /** The same with what one more retriever says of some candidates. */
    RetrievalResult with(Mode other, RetrieverShares more) {
        List<RetrieverShares> all = new ArrayList<>(shares);
        all.add(more);
        return new RetrievalResult(other, evidence, priors, all, total, late, isFallback);
    }

    /** The same with the comparison token by token. */
    RetrievalResult by(LateInteraction interaction) {
        return new RetrievalResult(mode, evidence, priors, shares, total, Optional.of(interaction), isFallback);
    }

    /** The ids of all candidates, in no order. */
    Collection<EntryId> candidates() {
        return shares.getFirst().evidence().candidates().keySet();
    }

    /**
     * The places of hits by each retriever.
     *
     * @param located by each retriever that asked the index
     */
    List<Map<EntryId, Candidate>> located(List<Map<EntryId, Candidate>> located) {
        List<Map<EntryId, Candidate>> all = new ArrayList<>(located);
        shares.stream().skip(located.size()).forEach(more -> all.add(more.evidence().candidates()));
        return all;
    }

    /** The passage of an entry that a retriever found nearest; a negative number if it was not run or knows none. */
    int passage(RetrieverKind kind, List<Candidate> places) {
        return indexOf(kind).map(at -> places.get(at).passage()).orElse(VectorMatch.NO_PASSAGE);
    }

    /** What each retriever says of an entry, from its places in their order. */
    List<RetrieverScore> scores(List<Candidate> places) {
        List<RetrieverScore> scores = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            scores.add(shares.get(i).score(places.get(i)));
        }
        return scores;
    }
}
