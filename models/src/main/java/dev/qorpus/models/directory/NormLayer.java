package dev.qorpus.models.directory;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.qorpus.models.directory.file.DirectoryFiles;

/**
 * A module {@code LayerNorm} of sentence-transformers: components are scaled to mean 0 and variance 1, then weighted.
 *
 * @param weights the weight of each component
 * @param bias what is added to each component
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NormLayer(float[] weights, float[] bias) implements UnaryOperator<double[]> {

    /** PyTorch's default. */
    private static final double EPSILON = 1e-5;

    /**
     * Reads the module.
     *
     * @param folder its folder, relative to the root
     * @param inputs the number of components that it gets
     */
    static NormLayer read(DirectoryFiles files, String folder, int inputs) {
        String file = folder + "/model.safetensors";
        try {
            Safetensors tensors = Safetensors.read(files.required(List.of(file), "fetch it too"));
            NormLayer layer = new NormLayer(tensors.floats("norm.weight"), tensors.floats("norm.bias"));
            if (layer.weights.length != inputs || layer.bias.length != inputs) {
                throw files.failure(file + " has " + layer.weights.length + " weights, but gets vectors of " + inputs
                        + " numbers; fetch the directory again");
            }
            return layer;
        } catch (IOException e) {
            throw files.unreadable(file, e);
        }
    }

    @Override
    public double[] apply(double[] vector) {
        double mean = 0;
        for (double value : vector) {
            mean += value / vector.length;
        }
        double variance = 0;
        for (double value : vector) {
            variance += (value - mean) * (value - mean) / vector.length;
        }
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (vector[i] - mean) / Math.sqrt(variance + EPSILON) * weights[i] + bias[i];
        }
        return result;
    }
}
