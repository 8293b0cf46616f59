package dev.qorpus.models.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

import dev.qorpus.models.Pooling;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.UnitVectors;

/**
 * Turns the token ids of one text into its vector of length 1. Each text is a batch of its own, and is pooled and
 * normalised in Java. A batch of one needs no padding. It also makes the vectors of quantised models independent of the
 * other texts.
 */
final class PoolingTranslator implements NoBatchifyTranslator<long[], float[]> {

    private final SentenceTransformer spec;

    PoolingTranslator(SentenceTransformer spec) {
        this.spec = spec;
    }

    @Override
    public NDList processInput(TranslatorContext context, long[] ids) {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        NDManager manager = context.getNDManager();
        // Inputs without a name are matched by position. A wrong order would give wrong vectors without an error.
        return new NDList(input(manager, "input_ids", ids), input(manager, "attention_mask", ones),
                input(manager, "token_type_ids", new long[ids.length]));
    }

    private static NDArray input(NDManager manager, String name, long[] values) {
        LongBuffer buffer = ByteBuffer.allocateDirect(values.length * Long.BYTES).order(ByteOrder.nativeOrder())
                .asLongBuffer();
        buffer.put(values).rewind();
        NDArray array = manager.create(buffer, new Shape(1, values.length), DataType.INT64);
        array.setName(name);
        return array;
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        NDArray hidden = outputs.get(0);
        int tokens = Math.toIntExact(hidden.getShape().get(1));
        FloatBuffer values = hidden.toByteBuffer().asFloatBuffer();
        double[] sum = new double[spec.dimension()];
        int pooled = spec.pooling() == Pooling.CLS ? 1 : tokens;
        for (int token = 0; token < pooled; token++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values.get(token * sum.length + i);
            }
        }
        // The sum is not divided by the number of tokens: it is scaled to length 1 anyway.
        return UnitVectors.of(sum);
    }
}
