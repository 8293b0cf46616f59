package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.search.backend.Highlighter;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.pipeline.ListedAnswers.Listed;
import dev.qorpus.search.result.AnswerShare;
import dev.qorpus.search.result.Duplicate;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.PassageHit;
import dev.qorpus.search.result.RankedScore;
import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * The last stage: makes hits of the best entries, with content, passage, highlights and explanation.
 *
 * @param context of the question
 * @param retrieved what the retrievers found
 * @param highlighter of the question
 * @param alignment of the hits, if an explanation is asked for
 */
record HitAssembler(QueryContext context, RetrievalResult retrieved, Highlighter highlighter,
        HitAlignment alignment) {

    /**
     * The hits of the best entries, in order.
     *
     * @param listed which they are
     * @param contents what is shown of them
     */
    List<Hit> assemble(List<Listed> listed, HitContents contents) {
        Map<EntryId, Listed> byId = new HashMap<>();
        listed.forEach(one -> byId.put(one.entries().getFirst(), one));
        List<FusedCandidate> fused = new CandidateFusion(retrieved).fuse(contents.ids(),
                retrieved.located(contents.details().located()));
        List<Hit> hits = new ArrayList<>();
        for (FusedCandidate one : fused) {
            contents.entry(one.id()).ifPresent(entry -> hits.add(hit(
                    context.query().listing().offset() + hits.size() + 1, one, entry,
                    contents.details().terms().getOrDefault(one.id(), List.of()),
                    answer(Objects.requireNonNull(byId.get(one.id())), contents.stored()))));
        }
        return hits;
    }

    private static AnswerShare answer(Listed listed, Map<EntryId, StoredEntry> stored) {
        return new AnswerShare(listed.share(), listed.group(), listed.entries().stream().skip(1).map(stored::get)
                .filter(Objects::nonNull).map(StoredEntry::entry)
                .map(entry -> new Duplicate(entry.id(), entry.question(), entry.file(), entry.line())).toList());
    }

    private Hit hit(int rank, FusedCandidate fused, StoredEntry stored, List<TermScore> terms,
            AnswerShare share) {
        String answer = stored.entry().answer().text();
        List<Span> inAnswer = highlighter.spans(answer);
        Passage passage = passage(fused, stored, inAnswer);
        PassageHit shown = passage == null
                ? null
                : new PassageHit(passage.of(answer), passage.start(), passage.end());
        return new Hit(rank, stored.entry(), fused.score(), ranks(fused), shown, inAnswer,
                highlighter.spans(stored.entry().question()),
                context.query().explain() ? explanation(fused, stored, terms) : null, share);
    }

    private Map<RetrieverKind, RankedScore> ranks(FusedCandidate fused) {
        Map<RetrieverKind, RankedScore> ranks = new EnumMap<>(RetrieverKind.class);
        for (int i = 0; i < fused.candidates().size(); i++) {
            Candidate place = fused.candidates().get(i);
            ranks.put(retrieved.shares().get(i).kind(), new RankedScore(place.rank(), place.score()));
        }
        return ranks;
    }

    private Explanation explanation(FusedCandidate fused, StoredEntry stored, List<TermScore> terms) {
        return new Explanation(retrieved.mode().fusion().name(), fused.score(),
                retrieved.priors().of(fused.id()), fused.parts(), terms, context.question().corrections(),
                alignment.of(stored, retrieved.passage(RetrieverKind.LATE, fused.candidates())));
    }

    /** The passage that a retriever which counts found nearest; or else the one with the most of the question's words. */
    private @Nullable Passage passage(FusedCandidate fused, StoredEntry stored, List<Span> highlights) {
        List<Passage> passages = stored.passages();
        for (int i = 0; i < fused.candidates().size(); i++) {
            int nearest = fused.candidates().get(i).passage();
            boolean counts = retrieved.mode().uses(retrieved.shares().get(i).kind());
            if (counts && nearest >= 0 && nearest < passages.size()) {
                return passages.get(nearest);
            }
        }
        return passages.isEmpty() ? null : byWords(passages, stored.entry().answer().text(), highlights);
    }

    private static Passage byWords(List<Passage> passages, String answer, List<Span> highlights) {
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
