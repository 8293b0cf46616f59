package dev.qorpus.models.directory;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.directory.file.DirectoryFiles;

/**
 * A module {@code Dense} of sentence-transformers: a linear function and an activation.
 *
 * @param weights the matrix, one row for each component of the result
 * @param bias what is added to the result; zeros if there is no bias
 * @param activation the function applied to each component
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record DenseLayer(float[] weights, float[] bias, Activation activation) implements UnaryOperator<double[]> {

    private static final String WEIGHT = "linear.weight";
    private static final String BIAS = "linear.bias";
    static final String COLBERT = "model.safetensors";

    /**
     * Reads the module.
     *
     * @param folder its folder, relative to the root
     * @param inputs the number of components that it gets
     */
    static DenseLayer read(DirectoryFiles files, String folder, int inputs) {
        String file = folder + "/model.safetensors";
        JsonNode config = files.json(folder + "/config.json");
        if (config.isMissingNode()) {
            throw files.failure("has no " + folder + "/config.json, which modules.json names; fetch it too");
        }
        int in = config.path("in_features").asInt(0);
        int out = config.path("out_features").asInt(0);
        if (in != inputs || out < 1) {
            throw files.failure(folder + "/config.json says " + in + " to " + out + " features, but gets vectors of "
                    + inputs + " numbers; fetch the directory again");
        }
        if (config.path("use_residual").asBoolean(false)) {
            throw files.failure(
                    folder + "/config.json adds the input to the result (use_residual), which is not supported;"
                            + " export the graph with this layer in it");
        }
        requireWeights(files, folder, file);
        try {
            Safetensors tensors = Safetensors.read(files.checked(file));
            List<Long> shape = tensors.shape(WEIGHT);
            if (!shape.equals(List.of((long) out, (long) in))) {
                throw files.failure(file + " has " + WEIGHT + " of " + Safetensors.form(shape) + ", but "
                        + folder + "/config.json says " + out + " x " + in + "; fetch both again");
            }
            float[] bias = config.path("bias").asBoolean(true) ? tensors.floats(BIAS) : new float[out];
            return new DenseLayer(tensors.floats(WEIGHT), Arrays.copyOf(bias, out), activation(files, folder, config));
        } catch (IOException e) {
            throw files.unreadable(file, e);
        }
    }

    /**
     * The linear layer of ColBERT, whose weights are among those of the model.
     *
     * @param inputs the number of components that it gets
     * @param outputs the number of components that it gives
     */
    static DenseLayer ofColbert(DirectoryFiles files, int inputs, int outputs) {
        files.required(List.of(COLBERT), "fetch it too: the graph gives " + inputs + " numbers for a token, "
                + LateConfig.ARTIFACT + " says " + outputs + ", and the layer between them is in this file");
        try {
            Safetensors tensors = Safetensors.read(files.checked(COLBERT));
            List<Long> shape = tensors.shape(WEIGHT);
            if (!shape.equals(List.of((long) outputs, (long) inputs))) {
                throw files.failure(COLBERT + " has " + WEIGHT + " of " + Safetensors.form(shape) + ", but "
                        + LateConfig.ARTIFACT + " says " + outputs + " x " + inputs + "; fetch both again");
            }
            return new DenseLayer(tensors.floats(WEIGHT), new float[outputs], Activation.IDENTITY);
        } catch (IOException e) {
            throw files.unreadable(COLBERT, e);
        }
    }

    private static void requireWeights(DirectoryFiles files, String folder, String file) {
        if (!files.has(file) && files.has(folder + "/pytorch_model.bin")) {
            throw files.failure("has " + folder + "/pytorch_model.bin, but no " + file
                    + ", which is read; convert it: python3 -c \"import torch; from safetensors.torch import save_file;"
                    + " save_file(torch.load('" + folder + "/pytorch_model.bin'), '" + file + "')\"");
        }
        files.required(List.of(file), "fetch it too");
    }

    private static Activation activation(DirectoryFiles files, String folder, JsonNode config) {
        String name = config.path("activation_function").asString("torch.nn.modules.activation.Tanh");
        return Activation.named(name)
                .orElseThrow(() -> files.failure(folder + "/config.json names the activation " + name + "; allowed are "
                        + String.join(", ", Arrays.stream(Activation.values()).map(Activation::label).toList())));
    }

    @Override
    public double[] apply(double[] vector) {
        double[] result = new double[bias.length];
        for (int row = 0; row < result.length; row++) {
            double sum = bias[row];
            for (int i = 0; i < vector.length; i++) {
                sum += (double) weights[row * vector.length + i] * vector[i];
            }
            result[row] = activation.of(sum);
        }
        return result;
    }

    int outputs() {
        return bias.length;
    }
}
