package dev.qorpus.models.directory;

import java.util.Arrays;
import java.util.Optional;

/** The function that a dense layer applies to each component of its result. The names are those of PyTorch's classes. */
enum Activation {
    IDENTITY("Identity"), TANH("Tanh"), RELU("ReLU"), SIGMOID("Sigmoid"), SILU("SiLU");

    private final String label;

    Activation(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    double of(double x) {
        return switch (this) {
            case IDENTITY -> x;
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SILU -> x / (1 + Math.exp(-x));
        };
    }

    /** Finds a function by the name of its class, for example {@code torch.nn.modules.activation.Tanh}. */
    static Optional<Activation> named(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return Arrays.stream(values()).filter(activation -> activation.label.equals(name)).findFirst();
    }
}
