package dev.qorpus.web.assembly;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.rerank.Reranker;

/**
 * Which cross-encoder reads the best candidates, as the user chose.
 *
 * @param model its directory; {@code null} for none
 * @param candidates how many it reads
 * @param limit how long that may take for one question; zero for no limit
 */
public record RerankerChoice(@Nullable String model, int candidates, Duration limit) {

    /** No cross-encoder. */
    public static final RerankerChoice NONE = new RerankerChoice(null, Reranker.DEFAULT_CANDIDATES,
            Reranker.DEFAULT_LIMIT);

    /**
     * Loads the model.
     *
     * @return {@code null} if none is chosen
     * @throws dev.qorpus.models.ModelException if it is missing or damaged, or cannot be run
     */
    @Nullable
    Reranker open() {
        return model == null
                ? null
                : new Reranker(DjlModels.crossEncoder(model), candidates, limit,
                        Runtime.getRuntime().availableProcessors());
    }
}
