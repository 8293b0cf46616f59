package dev.qorpus.indexer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.TokenAxes;

/**
 * Chooses the models of an indexing run, and refuses those that do not fit the index. If none is named, a new index has the
 * model that knows the language of most entries.
 */
final class ModelChoice {

    /** The share of the entries from which on a language is that of most. */
    private static final double MOST = .5;

    private final Models models;
    private final List<ModelSpec> specs;
    private final boolean isFree;
    private final Wish wish;
    private final @Nullable IndexManifest before;

    /**
     * What is wished.
     *
     * @param names the names as given; if empty, those of the index, or the choice is free
     * @param tokens whether a new index has the vectors of tokens. One that is there stays as it is, but must not have them
     *        if this is false
     * @param quantised whether each model is replaced with its variant of 8 bits
     */
    record Wish(List<String> names, boolean tokens, boolean quantised) {

        private String variant(String name) {
            return quantised ? Models.quantised(name).name() : name;
        }
    }

    /**
     * @param before the manifest of the index that is updated, or null
     * @throws IndexException if the index has other models, or does not take vectors as long as theirs
     * @throws dev.qorpus.models.ModelException if a model is unknown or incomplete
     */
    ModelChoice(Models models, Wish wish, @Nullable IndexManifest before, String address) {
        if (before != null) {
            before.locateModels(models);
        }
        this.models = models;
        this.wish = wish;
        this.before = before;
        this.isFree = wish.names().isEmpty() && before == null;
        List<String> named = !wish.names().isEmpty()
                ? wish.names()
                : before == null ? List.of(Models.DEFAULT) : before.spaces();
        List<String> wanted = named.stream().map(wish::variant).toList();
        // A directory can be named in several ways.
        Map<String, ModelSpec> byName = new LinkedHashMap<>();
        wanted.stream().map(models::describe).forEach(spec -> byName.putIfAbsent(spec.name(), spec));
        this.specs = List.copyOf(byName.values());
        specs.forEach(spec -> refuseLongVectors(spec, address));
        List<ModelEntry> entries = specs.stream().map(this::entry).toList();
        if (before != null && !before.models().equals(entries)) {
            throw new IndexException(address, otherModels(before, entries, wanted));
        }
    }

    /** What the index says of a model. */
    ModelEntry entry(ModelSpec spec) {
        boolean lacks = before != null && before.models().stream()
                .anyMatch(model -> model.name().equals(spec.name()) && !model.hasTokens());
        return new ModelEntry(spec.name(), spec.dimension(), spec.checksum(),
                wish.tokens() && !lacks ? models.learnAxes(spec.name()).map(TokenAxes::checksum).orElse("") : "");
    }

    /** The model that is likely needed. */
    ModelSpec likeliest() {
        return specs.getFirst();
    }

    /**
     * The models for a corpus, the default of the index first.
     *
     * @param languages the number of entries in each language
     */
    List<ModelSpec> of(Map<String, Integer> languages) {
        return isFree ? byLanguage(languages).map(List::of).orElse(specs) : specs;
    }

    /** The model that knows the language of most entries, if the default model does not know it. */
    private Optional<ModelSpec> byLanguage(Map<String, Integer> languages) {
        int all = languages.values().stream().mapToInt(Integer::intValue).sum();
        return languages.entrySet().stream().filter(language -> language.getValue() > MOST * all)
                .filter(language -> !likeliest().languages().contains(language.getKey()))
                .flatMap(language -> Models.knowing(language.getKey()).stream())
                .map(spec -> models.describe(wish.variant(spec.name()))).findFirst();
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
        if (sameNames && entries.stream().noneMatch(ModelEntry::hasTokens)
                && before.models().stream().anyMatch(ModelEntry::hasTokens)) {
            return "has the vectors of tokens; leave out --no-late, or rebuild it: qorpus index --rebuild --no-late";
        }
        return "has vectors of " + before.spaces()
                + (sameNames ? ", but the files of a model changed since" : ", not of " + wanted)
                + "; rebuild it: qorpus index --rebuild --model " + String.join(",", wanted);
    }
}
