package dev.qorpus.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.fuse.Fusion;
import dev.qorpus.search.fuse.Part;
import dev.qorpus.search.retrieve.Ranking;

/** Puts what words and meaning say of the best entries of one question together. */
final class Fusing {

    private final Mode mode;
    private final int depth;
    private final boolean remote;
    private final Opinion words;
    private final Opinion meaning;
    /** Made once: how much of the question words cover is looked up in the index. */
    private final Fusion fusion;

    /**
     * @param mode how
     * @param depth how many of each retriever's best
     * @param remote whether lookups are better made at once
     * @param words what words say
     * @param meaning what vectors say
     */
    Fusing(Mode mode, int depth, boolean remote, Opinion words, Opinion meaning) {
        this.mode = mode;
        this.depth = depth;
        this.remote = remote;
        this.words = words;
        this.meaning = meaning;
        this.fusion = mode.fusion().covering(words.ranking().coverage());
    }

    /** All of them, best first. Places are looked up for all only if they count; else see {@link #ranked}. */
    List<Fused> all() {
        Set<EntryId> ids = new LinkedHashSet<>();
        if (mode.usesWords()) {
            words.ranking().top().stream().limit(depth).forEach(candidate -> ids.add(candidate.id()));
        }
        if (mode.usesVectors()) {
            meaning.ranking().top().stream().limit(depth).forEach(candidate -> ids.add(candidate.id()));
        }
        List<Fused> fused = fusion.countsRanks()
                ? fuse(ids, ranking -> ranking.locate(ids))
                : fuse(ids, ranking -> ranking.score(ids));
        fused.sort(Fused.BEST_FIRST);
        return fused;
    }

    /** Some of them with their places in both rankings, in the order given. */
    List<Fused> ranked(List<EntryId> ids) {
        return fuse(ids, ranking -> ranking.locate(ids));
    }

    private List<Fused> fuse(Collection<EntryId> ids, Function<Ranking, Map<EntryId, Candidate>> find) {
        Pending<Map<EntryId, Candidate>> found = Pending.of(!remote, () -> find.apply(words.ranking()));
        Map<EntryId, Candidate> byMeaning = find.apply(meaning.ranking());
        Map<EntryId, Candidate> byWords = found.get();
        List<Fused> fused = new ArrayList<>();
        for (EntryId id : ids) {
            Candidate word = byWords.get(id);
            Candidate vector = byMeaning.get(id);
            if (word != null && vector != null) {
                List<Part> parts = fusion.parts(List.of(words.evidence(word), meaning.evidence(vector)));
                fused.add(new Fused(id, word, vector, parts, Fusion.score(parts)));
            }
        }
        return fused;
    }
}
