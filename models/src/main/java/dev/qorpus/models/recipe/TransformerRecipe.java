package dev.qorpus.models.recipe;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.qorpus.models.ModelSpec;

/**
 * The way from a text to its vector: lower case, tokens, graph, pooling, layers. At the end the first
 * {@link ModelSpec#dimension()} components are kept and scaled to length 1.
 *
 * @param lowerCase whether texts are put in lower case before they are split into tokens
 * @param graph the inputs and the output of the graph
 * @param hidden the number of floats in the graph's output vectors
 * @param pooling how token vectors are combined; several results are joined. Unused if the graph's output is pooled
 * @param poolsPrefix whether the tokens of a prefix are pooled with those of the text
 * @param layers the functions applied to the pooled vector, in order; with {@code late}, also to the vectors of tokens
 * @param late how a model that was made for late interaction reads texts; empty for others
 */
public record TransformerRecipe(boolean lowerCase, GraphSignature graph, int hidden, List<Pooling> pooling,
        boolean poolsPrefix, List<UnaryOperator<double[]>> layers, Optional<LateRecipe> late) {

    /** The number of floats in the vector of a token; 0 if the graph gives none. */
    public int tokenDimension() {
        return graph.pooled() ? 0 : projected(new double[hidden]).length;
    }

    /** The vector of a token as it is compared with others. */
    public double[] projected(double[] token) {
        double[] vector = token;
        for (UnaryOperator<double[]> layer : late.isPresent() ? layers : List.<UnaryOperator<double[]>>of()) {
            vector = layer.apply(vector);
        }
        return vector;
    }

    /** A graph that gives token vectors, which are pooled in one way. */
    public static TransformerRecipe pooled(int hidden, Pooling pooling) {
        return new TransformerRecipe(false, GraphSignature.BERT, hidden, List.of(pooling), true, List.of(),
                Optional.empty());
    }
}
