package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.backend.evidence.RankedCandidates;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.cache.EntryCache;
import dev.qorpus.search.fuse.OpinionPool;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.rerank.PairReading;
import dev.qorpus.search.retrieve.RetrieverKind;
import dev.qorpus.search.share.PairShares;

/** The stage in which a cross-encoder reads the first candidates, where there is one and the mode is hybrid. */
record PairComparison(Backend backend, EntryCache entries) {

    /**
     * What was retrieved, with the cross-encoder as one more retriever.
     *
     * @param depth how many of each retriever's best are candidates
     */
    RetrievalResult add(QueryContext context, RetrievalResult retrieved, int depth) {
        boolean wanted = retrieved.mode().name().equals(Mode.HYBRID);
        return wanted && retrieved.mode().fusion() instanceof OpinionPool pool
                ? context.reading().map(reading -> add(reading, pool, retrieved, depth)).orElse(retrieved)
                : retrieved;
    }

    private RetrievalResult add(PairReading reading, OpinionPool pool, RetrievalResult retrieved, int depth) {
        CandidateFusion fusion = new CandidateFusion(retrieved);
        List<EntryId> first = fusion.order(depth).stream().limit(reading.candidates()).toList();
        Map<EntryId, Double> scores = reading.read(texts(retrieved, fusion.of(first)));
        if (scores.isEmpty()) {
            return retrieved;
        }
        Collection<EntryId> all = retrieved.candidates();
        Map<EntryId, Double> others = HashMap.newHashMap(all.size());
        fusion.of(all).forEach(
                candidate -> others.put(candidate.id(), pool.share(retrieved.scores(candidate.candidates()))));
        return retrieved.with(retrieved.mode().withReranking(),
                PairShares.of(evidence(scores, all), retrieved.priors(), others));
    }

    /** What is read of each entry: its question with the nearest passage. */
    private SequencedMap<EntryId, String> texts(RetrievalResult retrieved, List<FusedCandidate> first) {
        Map<EntryId, StoredEntry> stored = entries.of(first.stream().map(FusedCandidate::id).toList(),
                unread -> backend.entries(List.copyOf(unread)));
        SequencedMap<EntryId, String> texts = new LinkedHashMap<>();
        for (FusedCandidate candidate : first) {
            StoredEntry entry = stored.get(candidate.id());
            if (entry != null) {
                texts.put(candidate.id(), text(entry, nearest(retrieved, candidate.candidates())));
            }
        }
        return texts;
    }

    private static int nearest(RetrievalResult retrieved, List<Candidate> places) {
        int late = retrieved.passage(RetrieverKind.LATE, places);
        return late >= 0 ? late : retrieved.passage(RetrieverKind.DENSE, places);
    }

    private static String text(StoredEntry entry, int passage) {
        EmbeddedTexts texts = EmbeddedTexts.of(entry.entry(), entry.passages());
        return texts.passages().isEmpty()
                ? texts.question()
                : texts.passages().get(Math.clamp(passage, 0, texts.passages().size() - 1));
    }

    private static ProbeEvidence evidence(Map<EntryId, Double> scores, Collection<EntryId> all) {
        List<Candidate> read = new ArrayList<>(scores.size());
        scores.forEach((id, score) -> read
                .add(new Candidate(id, RankedCandidates.UNRANKED, score, VectorMatch.NO_PASSAGE)));
        return RankedCandidates.of(read).among(all, 0);
    }
}
