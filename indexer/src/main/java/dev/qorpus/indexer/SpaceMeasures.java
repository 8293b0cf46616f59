package dev.qorpus.indexer;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.SpaceInfo;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.WordVectors;

/**
 * What the manifest says of each vector space. The cosines of a model that is not in the catalogue are measured on the
 * corpus: when it is indexed first, and when an update adds more entries than there were. In between the measure is kept,
 * so that an edited entry does not change the confidence of all others.
 */
final class SpaceMeasures {

    private final Models models;
    private final List<ModelSpec> specs;
    private final Function<ModelSpec, ModelEntry> entries;
    private final SortedMap<String, SpaceInfo> before;
    private final int entriesBefore;
    private final UnrelatedPairs pairs;
    private int added;

    /**
     * @param entries what the index says of each model
     * @param before the manifest of the index that is updated, or null
     */
    SpaceMeasures(Models models, List<ModelSpec> specs, Function<ModelSpec, ModelEntry> entries,
            @Nullable IndexManifest before) {
        this.models = models;
        this.specs = specs;
        this.entries = entries;
        this.before = before == null ? new TreeMap<>() : before.spaceInfo();
        this.entriesBefore = before == null ? 0 : before.counts().entries();
        this.pairs = new UnrelatedPairs(
                specs.stream().filter(spec -> spec.location().isPresent()).map(ModelSpec::name).toList());
    }

    void add(IndexedEntry entry) {
        added++;
        pairs.add(entry);
    }

    List<ModelEntry> models() {
        return specs.stream().map(entries).toList();
    }

    SortedMap<String, SpaceInfo> info() {
        SortedMap<String, SpaceInfo> info = new TreeMap<>();
        for (ModelSpec spec : specs) {
            spec.location().ifPresent(place -> info.put(spec.name(),
                    new SpaceInfo(place, spec instanceof WordVectors, background(spec),
                            new TreeSet<>(spec.languages()))));
        }
        return info;
    }

    private CosineDistribution background(ModelSpec spec) {
        SpaceInfo known = before.get(spec.name());
        if (known != null && added <= entriesBefore) {
            return known.background();
        }
        return pairs.isEmpty() ? CosineDistribution.STANDARD : pairs.measure(models.embedder(spec.name()));
    }
}
