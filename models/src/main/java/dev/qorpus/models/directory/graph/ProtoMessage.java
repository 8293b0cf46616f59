package dev.qorpus.models.directory.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of Protocol Buffers. Only its own fields are read; nested messages are read on demand, so
 * that gigabytes of weights are skipped.
 *
 * @param fields the fields in order
 */
record ProtoMessage(List<Field> fields) {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    /**
     * A field.
     *
     * @param number its number
     * @param value its value if it is an integer
     * @param bytes its content if it is a text or a message; otherwise empty
     */
    record Field(int number, long value, ByteBuffer bytes) {

        String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }

        ProtoMessage message() {
            return of(bytes.duplicate());
        }
    }

    /**
     * Reads the fields of a message.
     *
     * @throws RuntimeException of any kind if the bytes are no message or end too early
     */
    static ProtoMessage of(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            fields.add(field((int) (tag >>> 3), (int) (tag & 7), bytes));
        }
        return new ProtoMessage(fields);
    }

    private static Field field(int number, int type, ByteBuffer bytes) {
        ByteBuffer none = ByteBuffer.allocate(0);
        return switch (type) {
            case VARINT -> new Field(number, varint(bytes), none);
            case FIXED64 -> new Field(number, bytes.getLong(), none);
            case FIXED32 -> new Field(number, bytes.getInt(), none);
            case LENGTH -> {
                long length = varint(bytes);
                if (length < 0 || length > bytes.remaining()) {
                    throw new IllegalArgumentException("a part of " + length + " bytes, but only " + bytes.remaining()
                            + " are left");
                }
                ByteBuffer content = bytes.slice(bytes.position(), (int) length);
                bytes.position(bytes.position() + (int) length);
                yield new Field(number, 0, content);
            }
            default -> throw new IllegalArgumentException("no ONNX graph");
        };
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no ONNX graph");
    }

    /** The fields with a number. */
    List<Field> all(int number) {
        return fields.stream().filter(field -> field.number == number).toList();
    }

    /** The nested messages with a number. */
    List<ProtoMessage> messages(int number) {
        return all(number).stream().map(Field::message).toList();
    }

    /** The last text with a number; empty if there is none. */
    String text(int number) {
        return all(number).stream().map(Field::text).reduce("", (before, last) -> last);
    }

    /** The last integer with a number; 0 if there is none. */
    long value(int number) {
        return all(number).stream().mapToLong(Field::value).reduce(0, (before, last) -> last);
    }
}
