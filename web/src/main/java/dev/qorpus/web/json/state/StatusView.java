package dev.qorpus.web.json.state;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.IndexSize;
import dev.qorpus.web.json.Version;

/**
 * The status of the served index and the server.
 *
 * @param rungs the modes of the ladder, the plainest first
 * @param notice what is worth knowing of the corpus and the models in one sentence, if anything is
 * @param passages how many passages all answers have
 * @param bytes the size of the index on disk
 * @param spaces the vector spaces
 * @param process the program
 * @param latencies the durations of requests in the last minutes
 */
public record StatusView(String version, List<String> models, IndexManifest.Counts counts,
        Map<String, SortedMap<String, Integer>> values, List<String> modes, List<String> rungs,
        List<String> examples, int schemaVersion,
        String analysis, String digest, String indexedAt, @Nullable String notice, long passages, long bytes,
        List<Space> spaces,
        ProcessView process, List<Latency> latencies) {

    /**
     * A vector space.
     *
     * @param checksum SHA-256 of the model
     * @param bytesPerEntry what the vectors of one entry take, on average
     */
    public record Space(String model, int dimension, String checksum, long bytesPerEntry) {}

    /** The durations of the requests of one route: count, median, 99th percentile, and maximum. */
    public record Latency(String route, long count, double p50Millis, double p99Millis, double maxMillis) {}

    /** The view of an open index, and of the program that serves it. */
    public static StatusView of(Search search, ProcessView process, List<Latency> latencies) {
        IndexManifest manifest = search.manifest();
        IndexSize footprint = search.indexSize();
        int entries = Math.max(1, manifest.counts().entries());
        List<Space> spaces = manifest.models().stream().map(model -> new Space(model.name(), model.dimension(),
                model.checksum(), vectors(footprint, model.name()).bytes() / entries)).toList();
        long passages = Math.max(0,
                vectors(footprint, manifest.spaces().getFirst()).count() - manifest.counts().entries());
        return new StatusView(Version.NAME, manifest.spaces(), manifest.counts(), manifest.values(), search.modes(),
                search.ladderModes(),
                manifest.examples(), manifest.schemaVersion(), manifest.analysis(), manifest.digest(),
                manifest.indexedAt(), LanguageNotice.of(manifest).orElse(null), passages, footprint.total(), spaces,
                process, latencies);
    }

    /** The same with other values of filter fields, such as the frequent ones. */
    public StatusView withValues(Map<String, SortedMap<String, Integer>> others) {
        return new StatusView(version, models, counts, others, modes, rungs, examples, schemaVersion, analysis, digest,
                indexedAt, notice, passages, bytes, spaces, process, latencies);
    }

    private static IndexSize.Vectors vectors(IndexSize footprint, String space) {
        return footprint.spaces().getOrDefault(space, new IndexSize.Vectors(0, 0));
    }
}
