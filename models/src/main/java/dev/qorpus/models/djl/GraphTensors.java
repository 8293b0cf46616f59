package dev.qorpus.models.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.OnnxModel;
import dev.qorpus.models.recipe.GraphSignature;
import dev.qorpus.models.recipe.GraphSignature.InputKind;

/**
 * What goes into a graph and comes out of it. Texts that are run together have the same length.
 *
 * @param model whose graph it is
 */
record GraphTensors(OnnxModel model) {

    /** The inputs of a graph, each with one row for a text. */
    NDList inputs(NDManager manager, List<TokenizedText> texts) {
        NDList inputs = new NDList();
        // Inputs without a name are matched by position. A wrong order would give wrong results without an error.
        for (GraphSignature.Input input : model.graph().inputs()) {
            long[] values = texts.stream().flatMapToLong(text -> LongStream.of(values(input.kind(), text))).toArray();
            NDArray array = array(manager, values, texts.size(), input.narrow());
            array.setName(input.kind().label());
            inputs.add(array);
        }
        return inputs;
    }

    private static long[] values(InputKind kind, TokenizedText text) {
        long[] values = new long[text.ids().length];
        return switch (kind) {
            case TOKENS -> text.ids();
            case SEGMENTS -> text.segments();
            case MASK -> {
                Arrays.fill(values, 0, values.length - text.unseen(), 1);
                yield values;
            }
            case POSITIONS -> {
                Arrays.setAll(values, i -> i);
                yield values;
            }
        };
    }

    private static NDArray array(NDManager manager, long[] values, int texts, boolean narrow) {
        Shape shape = new Shape(texts, values.length / texts);
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

    /**
     * The output that is used.
     *
     * @throws ModelException if the graph did not give it
     */
    NDArray output(NDList outputs) {
        for (NDArray output : outputs) {
            if (model.graph().output().equals(output.getName())) {
                return output;
            }
        }
        throw failure("the graph has no output " + model.graph().output() + ", but "
                + outputs.stream().map(NDArray::getName).toList() + "; fetch the model again");
    }

    /** An exception about this model. */
    ModelException failure(String message) {
        return new ModelException(model.name(), message);
    }
}
