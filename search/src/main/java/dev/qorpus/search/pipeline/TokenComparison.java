package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenRows;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.backend.evidence.RankedCandidates;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.rerank.LateInteraction;
import dev.qorpus.search.rerank.TokenMatch;
import dev.qorpus.search.rerank.TokenWeights;
import dev.qorpus.search.retrieve.LateRetriever;
import dev.qorpus.search.share.RetrieverShares;
import dev.qorpus.search.share.ScaledShares;

/** The stage that compares the first candidates token by token, where mode, index and language allow it. */
record TokenComparison(Backend backend, Models models) {

    /** The least cosine. */
    private static final double LEAST = -1;

    /**
     * What was retrieved, with late interaction as one more retriever.
     *
     * @param depth how many of each retriever's best are candidates
     */
    RetrievalResult add(QueryContext context, RetrievalResult retrieved, int depth) {
        return interaction(context, retrieved).map(late -> {
            Mode mode = retrieved.mode().withLate(late.question().length);
            return retrieved.with(mode, shares(late, retrieved, mode.space(), depth)).by(late);
        }).orElseGet(() -> retrieved.in(retrieved.mode().withoutLate()));
    }

    private RetrieverShares shares(LateInteraction late, RetrievalResult retrieved, String space, int depth) {
        ProbeEvidence evidence = evidence(late, retrieved, space, depth);
        return ScaledShares.of(new LateRetriever(backend.manifest().background(space)), evidence,
                retrieved.priors(), evidence.best().size());
    }

    /** The late interaction of a question; nothing if it cannot be told from others or is not wanted. */
    private Optional<LateInteraction> interaction(QueryContext context, RetrievalResult retrieved) {
        Mode mode = retrieved.mode();
        if (!mode.wantsLate() || mode.withLate(1).late() == 0) {
            return Optional.empty();
        }
        TokenRows question = context.embedding().get().tokens();
        Optional<TokenAxes> axes = axes(mode.space());
        if (axes.isEmpty() || question.rows().length == 0) {
            return Optional.empty();
        }
        double[] weights = TokenWeights.of(question.spans(), backend.words(context.question().text()),
                retrieved.shares().getFirst().evidence().terms());
        return Arrays.stream(weights).sum() > 0
                ? Optional.of(new LateInteraction(axes.get(), question.rows(), weights))
                : Optional.empty();
    }

    /** The axes of the index's token vectors, if it has any. */
    private Optional<TokenAxes> axes(String space) {
        String checksum = backend.manifest().model(space).tokens();
        return checksum.isEmpty()
                ? Optional.empty()
                : models.axes(space).filter(axes -> axes.checksum().equals(checksum));
    }

    private static ProbeEvidence evidence(LateInteraction late, RetrievalResult retrieved, String space, int depth) {
        List<EntryId> first = new CandidateFusion(retrieved.in(retrieved.mode().withoutLate())).order(depth).stream()
                .limit(RankingConstants.LATE_CANDIDATES).toList();
        List<EntryId> ids = new ArrayList<>(first.size());
        List<List<byte[]>> entries = new ArrayList<>(first.size());
        retrieved.evidence().tokens(space, first).forEach((id, passages) -> {
            ids.add(id);
            entries.add(passages);
        });
        List<Optional<TokenMatch>> matches = late.matches(entries);
        List<Candidate> compared = new ArrayList<>(ids.size());
        for (int i = 0; i < matches.size(); i++) {
            EntryId id = ids.get(i);
            matches.get(i).map(match -> candidate(id, match)).ifPresent(compared::add);
        }
        return RankedCandidates.of(compared).among(retrieved.candidates(), LEAST);
    }

    private static Candidate candidate(EntryId id, TokenMatch match) {
        return new Candidate(id, RankedCandidates.UNRANKED, match.score(), match.passage());
    }
}
