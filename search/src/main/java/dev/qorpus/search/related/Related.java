package dev.qorpus.search.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.vectors.UnitVectors;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.Reading;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;

/** Finds related entries. The query is the entry's own question and the mean of its vectors. */
public record Related(Search search) {

    /**
     * The neighbours of an entry, nearest first, itself left out.
     *
     * @param k how many at most
     * @return nothing if there is no such entry
     * @throws QueryException if k is not allowed
     */
    public Optional<Results> of(EntryId id, int k) {
        return of(id, k, false);
    }

    /** As above; the explanation of each hit, if it is asked for, says what it has in common with the entry. */
    public Optional<Results> of(EntryId id, int k, boolean explain) {
        new Query("any", Mode.WEIGHTED, k, List.of(), false).check();
        Optional<StoredEntry> stored = search.entry(id);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        String space = search.space(stored.get().entry());
        Optional<EntryVectors> vectors = search.vectors(space, id);
        if (vectors.isEmpty() && !search.isWordsOnly()) {
            return Optional.empty();
        }
        String question = stored.get().entry().question();
        String asked = question.substring(0, Math.min(question.length(), Query.MAX_LENGTH));
        Query query = new Query(askable(asked), Mode.WEIGHTED, Math.min(k + 1, Query.MAX_K), List.of(), explain)
                .withReading(Reading.PLAIN).ungrouped();
        Results found = vectors.map(own -> search.search(query, space, Embedding.of(mean(own))))
                .orElseGet(() -> search.search(query));
        return Optional.of(without(id, k, found));
    }

    /** The entries that are about the same as a text, nearest first. */
    public Results of(String text, int k) {
        return search.search(
                new Query(text, Mode.WEIGHTED, k, List.of(), false).withReading(Reading.PLAIN).ungrouped());
    }

    /** A heading may consist of punctuation alone, which is not a valid query. */
    private static String askable(String question) {
        String clean = question.replaceAll("\\p{Cntrl}", " ");
        return clean.codePoints().anyMatch(Character::isLetterOrDigit) ? clean : "entry " + clean;
    }

    private static Results without(EntryId self, int k, Results results) {
        List<Hit> hits = new ArrayList<>();
        for (Hit hit : results.hits()) {
            if (!hit.entry().id().equals(self) && hits.size() < k) {
                hits.add(hit.withRank(hits.size() + 1));
            }
        }
        return results.withHits(hits, results.total() - 1);
    }

    private static float[] mean(EntryVectors vectors) {
        double[] sum = new double[vectors.question().length];
        add(sum, vectors.question());
        for (float[] passage : vectors.passages()) {
            add(sum, passage);
        }
        return UnitVectors.of(sum);
    }

    private static void add(double[] sum, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }
}
