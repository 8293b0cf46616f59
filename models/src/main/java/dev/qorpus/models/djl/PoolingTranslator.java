package dev.qorpus.models.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Embedding;
import dev.qorpus.models.GraphSignature;
import dev.qorpus.models.GraphSignature.InputKind;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Pooling;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.TransformerRecipe;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenRows;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * Turns the tokens of one text into its vector of length 1. Each text is a batch of its own, and is pooled and
 * normalised in Java. A batch of one needs no padding. It also makes the vectors of quantised models independent of the
 * other texts.
 */
final class PoolingTranslator implements NoBatchifyTranslator<TokenizedText, Embedding> {

    /** The name under which a text is kept while the graph runs. */
    private static final String TEXT = "text";

    private final SentenceTransformer spec;
    private final @Nullable TokenAxes axes;
    private final TransformerRecipe recipe;

    /** @param axes of the vectors of tokens; {@code null} if none are wanted */
    PoolingTranslator(SentenceTransformer spec, @Nullable TokenAxes axes) {
        this.spec = spec;
        this.axes = axes;
        this.recipe = spec.recipe();
    }

    @Override
    public NDList processInput(TranslatorContext context, TokenizedText text) {
        context.setAttachment(TEXT, text);
        NDList inputs = new NDList();
        // Inputs without a name are matched by position. A wrong order would give wrong vectors without an error.
        for (GraphSignature.Input input : recipe.graph().inputs()) {
            NDArray array = array(context.getNDManager(), values(input.kind(), text.ids()), input.narrow());
            array.setName(input.kind().label());
            inputs.add(array);
        }
        return inputs;
    }

    private static long[] values(InputKind kind, long[] ids) {
        long[] values = new long[ids.length];
        switch (kind) {
            case TOKENS -> System.arraycopy(ids, 0, values, 0, ids.length);
            case MASK -> Arrays.fill(values, 1);
            case POSITIONS -> Arrays.setAll(values, i -> i);
            case SEGMENTS -> Arrays.fill(values, 0);
        }
        return values;
    }

    private static NDArray array(NDManager manager, long[] values, boolean narrow) {
        Shape shape = new Shape(1, values.length);
        if (narrow) {
            IntBuffer buffer = ByteBuffer.allocateDirect(values.length * Integer.BYTES).order(ByteOrder.nativeOrder())
                    .asIntBuffer();
            Arrays.stream(values).forEach(value -> buffer.put((int) value));
            return manager.create(buffer.rewind(), shape, DataType.INT32);
        }
        LongBuffer buffer = ByteBuffer.allocateDirect(values.length * Long.BYTES).order(ByteOrder.nativeOrder())
                .asLongBuffer();
        return manager.create(buffer.put(values).rewind(), shape, DataType.INT64);
    }

    @Override
    public Embedding processOutput(TranslatorContext context, NDList outputs) {
        NDArray output = output(outputs);
        Shape shape = output.getShape();
        int hidden = Math.toIntExact(shape.get(shape.dimension() - 1));
        if (hidden != recipe.hidden()) {
            throw new ModelException(spec.name(), "the graph gives vectors of " + hidden + " numbers, but "
                    + recipe.hidden() + " are expected; fetch the model again");
        }
        FloatBuffer values = output.toByteBuffer().asFloatBuffer();
        TokenizedText text = (TokenizedText) context.getAttachment(TEXT);
        double[] vector = recipe.graph().pooled()
                ? new TokenPooling(values, 1, hidden, 0).joined(List.of(Pooling.CLS))
                : new TokenPooling(values, Math.toIntExact(shape.get(1)), hidden, text.start())
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
            rows[i] = axes.project(row);
        }
        return new TokenRows(text.spans(), rows);
    }

    private NDArray output(NDList outputs) {
        for (NDArray output : outputs) {
            if (recipe.graph().output().equals(output.getName())) {
                return output;
            }
        }
        throw new ModelException(spec.name(), "the graph has no output " + recipe.graph().output() + ", but "
                + outputs.stream().map(NDArray::getName).toList() + "; fetch the model again");
    }

    private float[] unit(double[] vector) {
        for (double value : vector) {
            if (!Double.isFinite(value)) {
                throw new ModelException(spec.name(),
                        "a vector has a component that is not a finite number; use a variant of the model with 32-bit weights");
            }
        }
        return UnitVectors.of(vector);
    }
}
