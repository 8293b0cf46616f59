package dev.qorpus.models.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.recipe.Pooling;

/**
 * The pooling of a sentence-transformer.
 *
 * @param poolings one or more poolings, whose results are joined
 * @param poolsPrefix whether the tokens of a prompt are pooled too
 * @param hidden the number of floats in a token's vector, or 0 if that is not said
 */
record PoolingConfig(List<Pooling> poolings, boolean poolsPrefix, int hidden) {

    /** The mean of all tokens, also of a prompt. */
    static final PoolingConfig MEAN = new PoolingConfig(List.of(Pooling.MEAN), true, 0);

    private static final Map<String, Pooling> FLAGS = new TreeMap<>(Map.of(
            "pooling_mode_cls_token", Pooling.CLS,
            "pooling_mode_max_tokens", Pooling.MAX,
            "pooling_mode_mean_tokens", Pooling.MEAN,
            "pooling_mode_mean_sqrt_len_tokens", Pooling.MEAN_SQRT_LEN,
            "pooling_mode_weightedmean_tokens", Pooling.WEIGHTED_MEAN,
            "pooling_mode_lasttoken", Pooling.LAST));
    private static final Map<String, Pooling> NAMES = new TreeMap<>(Map.of("cls", Pooling.CLS, "max", Pooling.MAX,
            "mean", Pooling.MEAN, "mean_sqrt_len_tokens", Pooling.MEAN_SQRT_LEN, "weightedmean",
            Pooling.WEIGHTED_MEAN, "lasttoken", Pooling.LAST));

    /**
     * Reads the configuration. Without one, the mean is taken, as sentence-transformers does.
     *
     * @param file its file, relative to the root
     * @param isNamed whether modules.json names it, so that it must exist
     */
    static PoolingConfig read(DirectoryFiles files, String file, boolean isNamed) {
        JsonNode config = files.json(file);
        if (config.isMissingNode()) {
            if (isNamed) {
                throw files.failure("has no " + file + ", which modules.json names; fetch it too");
            }
            return MEAN;
        }
        int hidden = config.path("word_embedding_dimension").asInt(config.path("embedding_dimension").asInt(0));
        return new PoolingConfig(poolings(files, file, config), config.path("include_prompt").asBoolean(true), hidden);
    }

    private static List<Pooling> poolings(DirectoryFiles files, String file, JsonNode config) {
        List<Pooling> poolings = new ArrayList<>();
        JsonNode named = config.path("pooling_mode");
        for (JsonNode name : named.isArray()
                ? named.values()
                : named.isString() ? List.of(named) : List.<JsonNode>of()) {
            Pooling pooling = NAMES.get(name.asString("").toLowerCase(Locale.ROOT));
            if (pooling == null) {
                throw files.failure(file + " names the pooling " + name + "; allowed are "
                        + String.join(", ", NAMES.keySet()));
            }
            poolings.add(pooling);
        }
        FLAGS.forEach((flag, pooling) -> {
            if (config.path(flag).asBoolean(false)) {
                poolings.add(pooling);
            }
        });
        if (poolings.isEmpty()) {
            throw files.failure(file + " chooses no pooling; one of these must be true: "
                    + String.join(", ", FLAGS.keySet()));
        }
        return poolings.stream().distinct().sorted().toList();
    }
}
