package dev.qorpus.indexer.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an index says of itself. It is stored in the index's own commit, so that it is true or absent.
 *
 * @param schemaVersion {@link IndexSchema#VERSION} when it was made
 * @param analysis {@link IndexSchema#ANALYSIS} when it was made
 * @param models the vector spaces, the default first
 * @param corpus the folders and files it was made of, as given
 * @param digest of all entries' hashes: equal digests mean equal content
 * @param counts sizes
 * @param values by filter field, how many entries have each value
 * @param examples a few of its questions, from different places, to begin with
 * @param effort what indexing took
 * @param indexedAt when it was published, ISO 8601 in UTC
 */
public record IndexManifest(int schemaVersion, String analysis, List<ModelEntry> models, List<String> corpus,
        String digest, Counts counts, SortedMap<String, SortedMap<String, Integer>> values, List<String> examples,
        Effort effort, String indexedAt) {

    /** A model whose vectors the index holds. */
    public record ModelEntry(String name, int dimension, String checksum) {}

    /** How much the index holds. */
    public record Counts(int files, int entries, int unanswered) {}

    /** Whether they differ in nothing but times. */
    public boolean saysTheSameAs(IndexManifest other) {
        return equals(new IndexManifest(other.schemaVersion, other.analysis, other.models, other.corpus, other.digest,
                other.counts, other.values, other.examples, effort, indexedAt));
    }

    /** The names of the vector spaces, the default first. */
    public List<String> spaces() {
        return models.stream().map(ModelEntry::name).toList();
    }

    /** How many entries have each value of a filter field; empty if nothing has that field. */
    public Map<String, Integer> valuesOf(String field) {
        return values.getOrDefault(field, Collections.emptySortedMap());
    }
}
