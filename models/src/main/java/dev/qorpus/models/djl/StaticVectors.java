package dev.qorpus.models.djl;

import java.io.IOException;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.directory.Safetensors;
import dev.qorpus.models.words.WordTable;
import dev.qorpus.models.words.WordVectorEmbedder;

/** Loads a table of static vectors from a directory. */
final class StaticVectors {

    /** The tensors of model2vec beside the table: a weight for each token, and the row of each token. */
    private static final String WEIGHTS = "weights";
    private static final String ROWS = "mapping";

    private StaticVectors() {}

    static WordVectorEmbedder open(WordVectors.InDirectory spec) {
        try {
            WordTable table = table(spec);
            return new WordVectorEmbedder(spec, SubwordTokenizer.readWhole(spec.name(), spec.table().tokenizer(),
                    spec.table().skipsUnknown()), table);
        } catch (IOException | RuntimeException | LinkageError e) {
            if (e instanceof ModelException known) {
                throw known;
            }
            throw new ModelException(spec.name(), "cannot be loaded (" + e.getMessage() + "); fetch the files in "
                    + spec.place() + " again", e);
        }
    }

    private static WordTable table(WordVectors.InDirectory spec) throws IOException {
        Safetensors tensors = Safetensors.read(spec.table().weights());
        float[] values = tensors.floats(spec.table().tensor());
        int length = tensors.columns(spec.table().tensor());
        int rows = values.length / length;
        float[] mapping = tensors.has(ROWS) ? tensors.floats(ROWS) : identity(rows);
        float[] weights = tensors.has(WEIGHTS) ? tensors.floats(WEIGHTS) : new float[0];
        if (!tensors.has(ROWS) && !tensors.has(WEIGHTS) && length == spec.dimension()) {
            return new WordTable(length, values);
        }
        float[] table = new float[mapping.length * spec.dimension()];
        for (int token = 0; token < mapping.length; token++) {
            int row = Math.clamp((int) mapping[token], 0, rows - 1);
            float weight = token < weights.length ? weights[token] : 1;
            for (int i = 0; i < spec.dimension(); i++) {
                table[token * spec.dimension() + i] = weight * values[row * length + i];
            }
        }
        return new WordTable(spec.dimension(), table);
    }

    private static float[] identity(int rows) {
        float[] identity = new float[rows];
        for (int i = 0; i < rows; i++) {
            identity[i] = i;
        }
        return identity;
    }
}
