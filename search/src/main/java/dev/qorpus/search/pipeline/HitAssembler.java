package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.Highlighter;
import dev.qorpus.search.backend.LexicalLookup;
import dev.qorpus.search.backend.Span;
import dev.qorpus.search.backend.StoredEntry;
import dev.qorpus.search.backend.TermScore;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.PassageHit;
import dev.qorpus.search.result.RankedScore;
import dev.qorpus.search.retrieve.CorrectedQuestion;

/** Dresses fused entries as hits: content, passage, highlights, explanation. One for each query. */
record HitAssembler(Backend backend, EntryCache stored, LexicalLookup words, Mode mode, Query query,
        CorrectedQuestion wording) {

    /**
     * The hits.
     *
     * @param ids of the best, in order
     * @param placed the same with their places in both rankings, which may still be looked up
     */
    List<Hit> of(List<EntryId> ids, Deferred<List<FusedCandidate>> placed) {
        Deferred<Map<EntryId, List<TermScore>>> explained = Deferred.of(!backend.isRemote(),
                () -> query.explain() ? words.explain(ids) : Map.of());
        Map<EntryId, StoredEntry> entries = stored.of(ids);
        Map<EntryId, List<TermScore>> terms = explained.get();
        Highlighter highlighter = backend.highlighter(wording.text());
        List<Hit> hits = new ArrayList<>();
        for (FusedCandidate fused : placed.get()) {
            StoredEntry stored = entries.get(fused.id());
            if (stored != null) {
                hits.add(hit(hits.size() + 1, fused, stored, terms.getOrDefault(fused.id(), List.of()),
                        highlighter));
            }
        }
        return hits;
    }

    private Hit hit(int rank, FusedCandidate fused, StoredEntry stored, List<TermScore> terms,
            Highlighter highlighter) {
        String answer = stored.entry().answer().text();
        List<Span> inAnswer = highlighter.spans(answer);
        Passage passage = passage(fused.dense(), stored, inAnswer);
        PassageHit shown = passage == null
                ? null
                : new PassageHit(passage.of(answer), passage.start(), passage.end());
        return new Hit(rank, stored.entry(), fused.score(), ranked(fused.lexical()), ranked(fused.dense()), shown,
                inAnswer, highlighter.spans(stored.entry().question()),
                query.explain() ? explanation(fused, terms) : null);
    }

    private static RankedScore ranked(Candidate candidate) {
        return new RankedScore(candidate.rank(), candidate.score());
    }

    private Explanation explanation(FusedCandidate fused, List<TermScore> terms) {
        return new Explanation(mode.fusion().name(), fused.score(), fused.parts(), terms, wording.corrections());
    }

    /** The nearest passage; where vectors do not count, the one with the most of the question's words. */
    private @Nullable Passage passage(Candidate dense, StoredEntry stored, List<Span> highlights) {
        List<Passage> passages = stored.passages();
        if (passages.isEmpty()) {
            return null;
        }
        if (mode.usesVectors() && dense.passage() >= 0 && dense.passage() < passages.size()) {
            return passages.get(dense.passage());
        }
        String answer = stored.entry().answer().text();
        Passage best = passages.getFirst();
        long most = 0;
        for (Passage passage : passages) {
            long distinct = highlights.stream()
                    .filter(span -> span.start() >= passage.start() && span.end() <= passage.end())
                    .map(span -> answer.substring(span.start(), span.end()).toLowerCase(Locale.ROOT)).distinct()
                    .count();
            if (distinct > most) {
                most = distinct;
                best = passage;
            }
        }
        return best;
    }
}
