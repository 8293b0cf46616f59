package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.fuse.Fusion;
import dev.qorpus.search.fuse.Part;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.retrieve.Ranking;

/** Puts what words and meaning say of the best entries of one question together. */
final class CandidateFusion {

    private final Mode mode;
    private final int depth;
    private final boolean remote;
    private final RetrieverShares words;
    private final RetrieverShares meaning;
    /** Made once: how much of the question words cover is looked up in the index. */
    private final Fusion fusion;

    /**
     * @param mode how
     * @param depth how many of each retriever's best
     * @param remote whether lookups are better made at once
     * @param words what words say
     * @param meaning what vectors say
     */
    CandidateFusion(Mode mode, int depth, boolean remote, RetrieverShares words, RetrieverShares meaning) {
        this.mode = mode;
        this.depth = depth;
        this.remote = remote;
        this.words = words;
        this.meaning = meaning;
        this.fusion = mode.fusion().covering(words.ranking().coverage());
    }

    /** All of them, best first. Places are looked up for all only if they count; else see {@link #ranked}. */
    List<FusedCandidate> all() {
        Set<EntryId> ids = new LinkedHashSet<>();
        if (mode.usesWords()) {
            words.ranking().top().stream().limit(depth).forEach(candidate -> ids.add(candidate.id()));
        }
        if (mode.usesVectors()) {
            meaning.ranking().top().stream().limit(depth).forEach(candidate -> ids.add(candidate.id()));
        }
        List<FusedCandidate> fused = fusion.countsRanks()
                ? fuse(ids, ranking -> ranking.locate(ids))
                : fuse(ids, ranking -> ranking.score(ids));
        fused.sort(FusedCandidate.BEST_FIRST);
        return fused;
    }

    /** Some of them with their places in both rankings, in the order given. */
    List<FusedCandidate> ranked(List<EntryId> ids) {
        return fuse(ids, ranking -> ranking.locate(ids));
    }

    private List<FusedCandidate> fuse(Collection<EntryId> ids, Function<Ranking, Map<EntryId, Candidate>> find) {
        Deferred<Map<EntryId, Candidate>> found = Deferred.of(!remote, () -> find.apply(words.ranking()));
        Map<EntryId, Candidate> byMeaning = find.apply(meaning.ranking());
        Map<EntryId, Candidate> byWords = found.get();
        List<FusedCandidate> fused = new ArrayList<>();
        for (EntryId id : ids) {
            Candidate word = byWords.get(id);
            Candidate vector = byMeaning.get(id);
            if (word != null && vector != null) {
                List<Part> parts = fusion.parts(List.of(words.evidence(word), meaning.evidence(vector)));
                fused.add(new FusedCandidate(id, word, vector, parts, Fusion.score(parts)));
            }
        }
        return fused;
    }
}
