package dev.qorpus.indexer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/** Chooses the models of an indexing run, and refuses those that do not fit the index. */
final class ModelChoice {

    private ModelChoice() {}

    /**
     * The models of an indexing run.
     *
     * @param names the names as given; if empty, those of the index, or the default
     * @param before the manifest of the index that is updated, or null
     * @throws IndexException if the index has other models, or does not take vectors as long as theirs
     * @throws dev.qorpus.models.ModelException if a model is unknown or incomplete
     */
    static List<ModelSpec> of(Models models, List<String> names, @Nullable IndexManifest before, String address) {
        if (before != null) {
            before.locateModels(models);
        }
        List<String> wanted = !names.isEmpty() ? names : before == null ? List.of(Models.DEFAULT) : before.spaces();
        // A directory can be named in several ways.
        Map<String, ModelSpec> byName = new LinkedHashMap<>();
        wanted.stream().map(models::describe).forEach(spec -> byName.putIfAbsent(spec.name(), spec));
        List<ModelSpec> specs = List.copyOf(byName.values());
        specs.forEach(spec -> refuseLongVectors(spec, address));
        List<ModelEntry> entries = specs.stream().map(Indexer::entry).toList();
        if (before != null && !before.models().equals(entries)) {
            throw new IndexException(address, otherModels(before, entries, wanted));
        }
        return specs;
    }

    private static void refuseLongVectors(ModelSpec spec, String address) {
        if (spec.dimension() > IndexSchema.MOST_DIMENSIONS) {
            throw new IndexException(address, "takes vectors of at most " + IndexSchema.MOST_DIMENSIONS
                    + " dimensions, but " + spec.name() + " has " + spec.dimension()
                    + "; use a smaller model, or keep the first dimensions of a directory: --model DIR@"
                    + IndexSchema.MOST_DIMENSIONS);
        }
    }

    private static String otherModels(IndexManifest before, List<ModelEntry> entries, List<String> wanted) {
        boolean sameNames = before.spaces().equals(entries.stream().map(ModelEntry::name).toList());
        return "has vectors of " + before.spaces()
                + (sameNames ? ", but the files of a model changed since" : ", not of " + wanted)
                + "; rebuild it: qorpus index --rebuild --model " + String.join(",", wanted);
    }
}
