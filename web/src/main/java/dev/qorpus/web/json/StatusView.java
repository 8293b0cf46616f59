package dev.qorpus.web.json;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.Search;

/** What is being served. */
public record StatusView(String version, List<String> models, IndexManifest.Counts counts,
        Map<String, SortedMap<String, Integer>> values, List<String> modes, List<String> examples, int schemaVersion,
        String analysis, String digest, String indexedAt) {

    /** The view of an open index. */
    public static StatusView of(Search search) {
        IndexManifest manifest = search.manifest();
        return new StatusView(Version.NAME, manifest.spaces(), manifest.counts(), manifest.values(), search.modes(),
                manifest.examples(), manifest.schemaVersion(), manifest.analysis(), manifest.digest(),
                manifest.indexedAt());
    }
}
