package dev.qorpus.models.djl;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Embedding;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.recipe.Pooling;
import dev.qorpus.models.recipe.TransformerRecipe;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenRows;
import dev.qorpus.models.vectors.UnitVectors;

/** Turns the tokens of texts of one length into their vectors of length 1. What the graph gives is pooled and normalised in Java. */
final class PoolingTranslator implements NoBatchifyTranslator<List<TokenizedText>, List<Embedding>> {

    /** The name under which the texts are kept while the graph runs. */
    private static final String TEXTS = "texts";

    private final SentenceTransformer spec;
    private final @Nullable TokenAxes axes;
    private final TransformerRecipe recipe;
    private final GraphTensors tensors;

    /** @param axes of the vectors of tokens; {@code null} if none are wanted */
    PoolingTranslator(SentenceTransformer spec, @Nullable TokenAxes axes) {
        this.spec = spec;
        this.axes = axes;
        this.recipe = spec.recipe();
        this.tensors = new GraphTensors(spec);
    }

    @Override
    public NDList processInput(TranslatorContext context, List<TokenizedText> texts) {
        context.setAttachment(TEXTS, texts);
        return tensors.inputs(context.getNDManager(), texts);
    }

    @Override
    public List<Embedding> processOutput(TranslatorContext context, NDList outputs) {
        NDArray output = tensors.output(outputs);
        Shape shape = output.getShape();
        int hidden = Math.toIntExact(shape.get(shape.dimension() - 1));
        if (hidden != recipe.hidden()) {
            throw tensors.failure("the graph gives vectors of " + hidden + " numbers, but " + recipe.hidden()
                    + " are expected; fetch the model again");
        }
        FloatBuffer values = output.toByteBuffer().asFloatBuffer();
        @SuppressWarnings("unchecked") // As processInput left it.
        List<TokenizedText> texts = (List<TokenizedText>) context.getAttachment(TEXTS);
        int each = values.remaining() / texts.size();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> embedding(texts.get(i), values.slice(i * each, each), hidden)).toList();
    }

    private Embedding embedding(TokenizedText text, FloatBuffer values, int hidden) {
        double[] vector = recipe.graph().pooled()
                ? new TokenPooling(values, 1, hidden, 0).joined(List.of(Pooling.CLS))
                : new TokenPooling(values, values.remaining() / hidden - text.unseen(), hidden, text.start())
                        .joined(recipe.pooling());
        for (UnaryOperator<double[]> layer : recipe.layers()) {
            vector = layer.apply(vector);
        }
        return new Embedding(unit(Arrays.copyOf(vector, spec.dimension())), tokens(text, values, hidden));
    }

    private TokenRows tokens(TokenizedText text, FloatBuffer values, int hidden) {
        if (axes == null || text.tokens().length == 0) {
            return TokenRows.NONE;
        }
        float[][] rows = new float[text.tokens().length][];
        float[] row = new float[hidden];
        for (int i = 0; i < rows.length; i++) {
            values.get(text.tokens()[i] * hidden, row);
            rows[i] = axes.project(recipe.late().isPresent() ? UnitVectors.of(recipe.projected(doubles(row))) : row);
        }
        return new TokenRows(text.spans(), rows);
    }

    private static double[] doubles(float[] row) {
        double[] wide = new double[row.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = row[i];
        }
        return wide;
    }

    private float[] unit(double[] vector) {
        for (double value : vector) {
            if (!Double.isFinite(value)) {
                throw tensors.failure(
                        "a vector has a component that is not a finite number; use a variant of the model with 32-bit weights");
            }
        }
        return UnitVectors.of(vector);
    }
}
