package dev.qorpus.search.opensearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.search.backend.IndexSize;
import dev.qorpus.search.backend.IndexSize.Vectors;
import dev.qorpus.search.backend.lookup.Filter;

/** Adds up what the cluster says of an index's files, one copy of each shard. */
final class OpenSearchIndexSize {

    /** Terms, postings, positions, lengths: the extensions of Lucene 10's postings and norms. */
    private static final Set<String> WORDS = Set.of("tim", "tip", "tmd", "doc", "pos", "pay", "psm", "nvd", "nvm");

    private OpenSearchIndexSize() {}

    static IndexSize of(ClusterSearcher searcher) {
        JsonNode sizes = searcher.attempt(() -> searcher.cluster().send("GET", "/" + searcher.published().index()
                + "/_stats/segments,store?include_segment_file_sizes=true", null)).path("_all").path("primaries");
        long words = 0;
        for (String extension : WORDS) {
            words += sizes.path("segments").path("file_sizes").path(extension).path("size_in_bytes").asLong(0);
        }
        long vectors = searcher.searchAll(List.of(
                ClusterSearcher.count(ClusterSearcher.allOf(searcher.passing(Filter.NONE))),
                ClusterSearcher.count(ClusterSearcher.allOf(new FilterClauses(searcher).passages(Filter.NONE)))))
                .stream()
                .mapToLong(ClusterSearcher::total).sum();
        Map<String, Vectors> spaces = new HashMap<>();
        for (ModelEntry model : searcher.published().manifest().models()) {
            spaces.put(model.name(), new Vectors(vectors, vectors * model.dimension() * Float.BYTES));
        }
        return new IndexSize(words, spaces, sizes.path("store").path("size_in_bytes").asLong(0));
    }
}
