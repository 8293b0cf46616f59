package dev.qorpus.search.pipeline;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.LexicalLookup;
import dev.qorpus.search.retrieve.DenseRetriever;
import dev.qorpus.search.retrieve.Ranking;

/**
 * Asks an engine that is somewhere else for what ranking will need, one thing beside another: each alone would be waited
 * for. What comes back is kept by the lookups, which ranking then asks as it would ask any.
 *
 * @param words where words are looked up
 * @param vectors where vectors are compared
 * @param depth how many of each one's best
 */
record RemotePrefetch(LexicalLookup words, DenseRetriever vectors, int depth) {

    /** @param lookedUp what words find, which may still be under way */
    void ask(Deferred<Ranking> lookedUp) {
        Deferred<Double> bounds = Deferred.start(words::ceiling);
        Set<EntryId> ids = new HashSet<>(vectors.propose(depth));
        Ranking lexical = lookedUp.get();
        lexical.top().stream().limit(depth).forEach(candidate -> ids.add(candidate.id()));
        Deferred<Map<EntryId, Candidate>> scores = Deferred.start(() -> lexical.score(ids));
        vectors.lookup().matches(ids);
        scores.get();
        bounds.get();
    }
}
