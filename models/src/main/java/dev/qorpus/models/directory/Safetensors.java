package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of tensors in Hugging Face's format safetensors: the length of a JSON header, the header, and the numbers.
 *
 * @param file the file
 * @param tensors the tensors by name
 */
public record Safetensors(Path file, Map<String, TensorInfo> tensors) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LONGEST_HEADER = 100_000_000;

    /**
     * The place and form of a tensor.
     *
     * @param type its element type
     * @param shape its dimensions
     * @param start the position of its first byte in the file
     * @param bytes its length in bytes
     */
    record TensorInfo(String type, List<Long> shape, long start, long bytes) {

        long elements() {
            return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
        }

        int elementBytes() {
            return switch (type) {
                case "F64", "I64" -> 8;
                case "F32", "I32" -> 4;
                case "F16", "BF16" -> 2;
                case "I8" -> 1;
                default -> 0;
            };
        }
    }

    /**
     * Reads the header of a file, and checks that all tensors are within the file.
     *
     * @throws IOException if the file is damaged or too short
     */
    public static Safetensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, 0, Math.min(Long.BYTES, channel.size()));
            long length = start.remaining() < Long.BYTES ? -1 : start.getLong();
            long data = Long.BYTES + length;
            if (length < 2 || length > LONGEST_HEADER || data > channel.size()) {
                throw new IOException("it is no safetensors file");
            }
            byte[] header = new byte[(int) length];
            read(channel, Long.BYTES, length).get(header);
            Map<String, TensorInfo> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : JSON.readTree(header).properties()) {
                if (!entry.getKey().equals("__metadata__")) {
                    TensorInfo tensor = tensor(entry.getValue(), data);
                    if (tensor.start() + tensor.bytes() > channel.size()) {
                        throw new IOException("it ends within the tensor " + entry.getKey());
                    }
                    tensors.put(entry.getKey(), tensor);
                }
            }
            return new Safetensors(file, tensors);
        } catch (JacksonException e) {
            throw new IOException("it has a damaged header", e);
        }
    }

    private static TensorInfo tensor(JsonNode node, long data) {
        List<Long> shape = node.path("shape").values().stream().map(JsonNode::asLong).toList();
        long from = node.path("data_offsets").path(0).asLong(0);
        return new TensorInfo(node.path("dtype").asString(""), shape, data + from,
                node.path("data_offsets").path(1).asLong(0) - from);
    }

    private static ByteBuffer read(FileChannel channel, long position, long bytes) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, position, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether there is a tensor of that name. */
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    /** The size of a tensor's last dimension. */
    public int columns(String name) {
        return shape(name).getLast().intValue();
    }

    /** The first of several tensors that exists. */
    Optional<String> first(List<String> names) {
        return names.stream().filter(tensors::containsKey).findFirst();
    }

    /** The dimensions of a tensor; empty if there is no such tensor. */
    List<Long> shape(String name) {
        TensorInfo tensor = tensors.get(name);
        return tensor == null ? List.of() : tensor.shape();
    }

    /**
     * The numbers of a tensor.
     *
     * @throws IOException if there is no such tensor, or if its type or size is not supported
     */
    public float[] floats(String name) throws IOException {
        TensorInfo tensor = tensors.get(name);
        if (tensor == null) {
            throw new IOException("it has no tensor " + name + ", but " + tensors.keySet());
        }
        int size = tensor.elementBytes();
        long elements = tensor.elements();
        if (size == 0 || elements > Integer.MAX_VALUE - 8 || tensor.bytes() != elements * size) {
            throw new IOException("its tensor " + name + " has the type " + tensor.type() + ", the shape "
                    + tensor.shape() + " and " + tensor.bytes() + " bytes");
        }
        float[] values = new float[(int) elements];
        try (FileChannel channel = FileChannel.open(file)) {
            // In parts, because a buffer has at most 2 GB.
            int part = 1 << 24;
            for (int from = 0; from < values.length; from += part) {
                int count = Math.min(part, values.length - from);
                ByteBuffer bytes = read(channel, tensor.start() + (long) from * size, (long) count * size);
                for (int i = 0; i < count; i++) {
                    values[from + i] = value(tensor.type(), bytes);
                }
            }
        }
        return values;
    }

    private static float value(String type, ByteBuffer bytes) {
        return switch (type) {
            case "F32" -> bytes.getFloat();
            case "F16" -> Float.float16ToFloat(bytes.getShort());
            case "BF16" -> Float.intBitsToFloat(bytes.getShort() << 16);
            case "F64" -> (float) bytes.getDouble();
            case "I64" -> bytes.getLong();
            case "I32" -> bytes.getInt();
            default -> bytes.get();
        };
    }

    /** The sizes of the dimensions, as a text for messages. */
    static String form(List<Long> shape) {
        return LongStream.of(shape.stream().mapToLong(Long::longValue).toArray()).mapToObj(Long::toString)
                .reduce((a, b) -> a + " x " + b).orElse("nothing");
    }
}
