package dev.qorpus.models.djl;

import java.util.Optional;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelLoader;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.directory.ModelDirectory;
import dev.qorpus.models.vectors.TokenAxes;

/**
 * Loads models for {@link dev.qorpus.models.Models}.
 *
 * @param threads the number of passages that are embedded at a time
 */
record DjlLoader(int threads) implements ModelLoader {

    @Override
    public Embedder open(ModelSpec spec) {
        return DjlModels.open(spec, threads);
    }

    @Override
    public Tokenizer tokenizer(SentenceTransformer spec) {
        return DjlModels.tokenizer(spec);
    }

    @Override
    public ModelSpec directory(String location) {
        return ModelDirectory.read(location);
    }

    @Override
    public Optional<TokenAxes> axes(ModelSpec spec) {
        return DjlModels.axes(spec);
    }

    @Override
    public Optional<TokenAxes> learnAxes(ModelSpec spec) {
        return DjlModels.learnAxes(spec, threads);
    }
}
