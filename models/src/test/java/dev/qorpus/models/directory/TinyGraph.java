package dev.qorpus.models.directory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes small ONNX graphs: the vector of a token is a row of a table, to which rows of other tables may be added. The
 * bytes follow onnx.proto.
 */
final class TinyGraph {

    private static final int FLOAT = 1;
    private static final int INT32 = 6;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final List<String> summands = new ArrayList<>();
    private final int hidden;

    TinyGraph(int hidden) {
        this.hidden = hidden;
    }

    /** Adds the rows of a table that an input chooses. */
    TinyGraph gather(String input, float[][] table) {
        return gather(input, table, INT64);
    }

    /** As above, for an input of 32-bit integers. */
    TinyGraph gatherNarrow(String input, float[][] table) {
        return gather(input, table, INT32);
    }

    private TinyGraph gather(String input, float[][] table, int type) {
        message(graph, 5, tensor(input + "_table", table, null));
        input(input, type);
        node("Gather", List.of(input + "_table", input), input + "_rows");
        summands.add(input + "_rows");
        return this;
    }

    /** Adds the rows of a table in a file beside the graph. */
    TinyGraph gatherExternal(String input, float[][] table, String file) {
        message(graph, 5, tensor(input + "_table", table, file));
        input(input, INT64);
        node("Gather", List.of(input + "_table", input), input + "_rows");
        summands.add(input + "_rows");
        return this;
    }

    /** An input that the graph does not use. */
    TinyGraph input(String name) {
        input(name, INT64);
        return this;
    }

    private void input(String name, int type) {
        message(graph, 11, info(name, type, new Object[]{"batch", "sequence"}));
    }

    /** The whole file, with the sum as its output. */
    byte[] bytes(String output) {
        sum(output);
        message(graph, 12, info(output, FLOAT, new Object[]{"batch", "sequence", hidden}));
        return model();
    }

    /** The whole file, with the largest component over all tokens as its output. */
    byte[] pooledBytes(String output) {
        return pooledBytes(output, hidden);
    }

    /** The same without saying how many numbers the output has. */
    byte[] openPooledBytes(String output) {
        return pooledBytes(output, "numbers");
    }

    private byte[] pooledBytes(String output, Object numbers) {
        sum("tokens");
        ByteArrayOutputStream axes = new ByteArrayOutputStream();
        text(axes, 1, "axes");
        varint(axes, 8, 1);
        varint(axes, 20, 7);
        ByteArrayOutputStream keep = new ByteArrayOutputStream();
        text(keep, 1, "keepdims");
        varint(keep, 3, 0);
        varint(keep, 20, 2);
        ByteArrayOutputStream node = node(List.of("tokens"), output, "ReduceMax");
        message(node, 5, axes);
        message(node, 5, keep);
        message(graph, 1, node);
        message(graph, 12, info(output, FLOAT, new Object[]{"batch", numbers}));
        return model();
    }

    private void sum(String output) {
        String sum = summands.getFirst();
        for (String next : summands.subList(1, summands.size())) {
            node("Add", List.of(sum, next), sum + "+");
            sum += "+";
        }
        node("Identity", List.of(sum), output);
    }

    private byte[] model() {
        text(graph, 2, "tiny");
        ByteArrayOutputStream opset = new ByteArrayOutputStream();
        varint(opset, 2, 13);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        varint(model, 1, 8);
        message(model, 7, graph);
        message(model, 8, opset);
        return model.toByteArray();
    }

    private void node(String operator, List<String> inputs, String output) {
        message(graph, 1, node(inputs, output, operator));
    }

    private static ByteArrayOutputStream node(List<String> inputs, String output, String operator) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        inputs.forEach(input -> text(node, 1, input));
        text(node, 2, output);
        text(node, 4, operator);
        return node;
    }

    private static ByteArrayOutputStream tensor(String name, float[][] rows, @Nullable String file) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        varint(tensor, 1, rows.length);
        varint(tensor, 1, rows[0].length);
        varint(tensor, 2, FLOAT);
        text(tensor, 8, name);
        if (file == null) {
            bytes(tensor, 9, raw(rows));
        } else {
            pair(tensor, "location", file);
            pair(tensor, "length", Integer.toString(raw(rows).length));
            varint(tensor, 14, 1);
        }
        return tensor;
    }

    private static void pair(ByteArrayOutputStream tensor, String key, String value) {
        ByteArrayOutputStream pair = new ByteArrayOutputStream();
        text(pair, 1, key);
        text(pair, 2, value);
        message(tensor, 13, pair);
    }

    /** The numbers of a table as little-endian floats, one row after the other. */
    static byte[] raw(float[][] rows) {
        ByteBuffer buffer = ByteBuffer.allocate(rows.length * rows[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float value : row) {
                buffer.putFloat(value);
            }
        }
        return buffer.array();
    }

    private static ByteArrayOutputStream info(String name, int type, Object[] dimensions) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (Object dimension : dimensions) {
            ByteArrayOutputStream size = new ByteArrayOutputStream();
            if (dimension instanceof Integer fixed) {
                varint(size, 1, fixed);
            } else {
                text(size, 2, (String) dimension);
            }
            message(shape, 1, size);
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        varint(tensor, 1, type);
        message(tensor, 2, shape);
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        message(wrapped, 1, tensor);
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        text(info, 1, name);
        message(info, 2, wrapped);
        return info;
    }

    private static void varint(ByteArrayOutputStream out, int field, long value) {
        raw(out, (long) field << 3);
        raw(out, value);
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        bytes(out, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void message(ByteArrayOutputStream out, int field, ByteArrayOutputStream message) {
        bytes(out, field, message.toByteArray());
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        raw(out, ((long) field << 3) | 2);
        raw(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void raw(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
