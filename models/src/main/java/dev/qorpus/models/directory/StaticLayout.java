package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.WordVectors;
import dev.qorpus.models.directory.file.DirectoryChecksum;
import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.directory.file.ModelCard;
import dev.qorpus.models.directory.file.ModelLocation;

/**
 * Describes static vectors in a directory: a table with a vector for each token, made by model2vec or trained as a
 * {@code StaticEmbedding} of sentence-transformers.
 *
 * @param files the directory
 * @param location how it was named
 * @param folder the folder of the table, relative to the root, with a slash behind it if it is not the root
 */
record StaticLayout(DirectoryFiles files, ModelLocation location, String folder) {

    private static final List<String> TABLES = List.of("embeddings", "embedding.weight");

    /** Static vectors, if the directory holds them. */
    static Optional<StaticLayout> of(DirectoryFiles files, ModelLocation location) {
        JsonNode config = files.json("config.json");
        if (config.path("model_type").asString("").equals("model2vec")
                || config.path("architectures").path(0).asString("").equals("StaticModel")) {
            return Optional.of(new StaticLayout(files, location, ""));
        }
        if (files.has(ModuleList.FILE)) {
            ModuleList.Module first = ModuleList.read(files).first();
            return first.kind() == ModuleList.Kind.STATIC
                    ? Optional.of(new StaticLayout(files, location, first.file("")))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    WordVectors.InDirectory read() {
        // The second name is that of older versions of model2vec.
        Path weights = files.required(List.of(folder + "model.safetensors", folder + "embeddings.safetensors"),
                "fetch it too");
        String file = files.name(weights);
        Path tokenizer = files.required(List.of(folder + "tokenizer.json"), "fetch it too");
        try {
            Safetensors tensors = Safetensors.read(weights);
            String table = tensors.first(TABLES).orElseThrow(
                    () -> files.failure(file + " has no tensor embeddings or embedding.weight, but "
                            + tensors.tensors().keySet() + "; it is no table of static vectors"));
            List<Long> shape = tensors.shape(table);
            if (shape.size() != 2) {
                throw files.failure(file + " has " + table + " of " + Safetensors.form(shape)
                        + "; expected are two dimensions, tokens and components");
            }
            int dimension = dimension(shape.get(1).intValue());
            boolean skipsUnknown = table.equals(TABLES.getFirst());
            String checksum = DirectoryChecksum.of(files, List.of(weights, tokenizer), List.of(table, dimension));
            return new WordVectors.InDirectory(location.space(checksum), dimension, checksum, location.text(),
                    new WordVectors.TokenTable(weights, table, tokenizer, skipsUnknown), ModelCard.languages(files));
        } catch (IOException e) {
            throw files.unreadable(file, e);
        }
    }

    private int dimension(int length) {
        if (location.dimensions() > length) {
            throw files.failure(
                    "has vectors of " + length + " numbers; '@" + location.dimensions() + "' can keep at most "
                            + length);
        }
        return location.dimensions() > 0 ? location.dimensions() : length;
    }
}
