package dev.qorpus.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.qorpus.models.vectors.TokenAxes;

/**
 * The axes of token vectors that ship with Qorpus, one file for each model of the catalogue that has them. A quantised
 * model has those of the model it was made from.
 */
final class ShippedAxes {

    private static final Map<String, Optional<TokenAxes>> READ = new ConcurrentHashMap<>();

    private ShippedAxes() {}

    /** The axes of a model; empty if there are none. */
    static Optional<TokenAxes> of(SentenceTransformer spec) {
        if (!(spec.source() instanceof ModelSource.Packed) || spec.recipe().graph().pooled()) {
            return Optional.empty();
        }
        return READ.computeIfAbsent(file(spec.name()), ShippedAxes::read);
    }

    private static Optional<TokenAxes> read(String file) {
        try (InputStream in = TokenAxes.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(TokenAxes.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; install Qorpus again", e);
        }
    }

    /** The name of the file of a model. */
    private static String file(String model) {
        return (model.endsWith("-q") ? model.substring(0, model.length() - 2) : model) + ".axes";
    }
}
