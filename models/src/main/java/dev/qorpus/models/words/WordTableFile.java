package dev.qorpus.models.words;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file with a table of word vectors. It holds the dimension and the number of words as 32-bit integers, then the
 * values as 32-bit floats, then the CRC-32 of all this as a 64-bit integer. All numbers are little-endian.
 *
 * @param path the path of the file, which need not exist
 */
public record WordTableFile(Path path) {

    private static final int HEADER = 2 * Integer.BYTES;

    /** Reads the table. The result is empty if the file is missing or damaged. */
    public Optional<WordTable> read() throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int content = bytes.length - Long.BYTES;
        if (content < HEADER || buffer.getLong(content) != crc(bytes, content)) {
            return Optional.empty();
        }
        int dimension = buffer.getInt();
        float[] values = new float[dimension * buffer.getInt()];
        buffer.asFloatBuffer().get(values);
        return Optional.of(new WordTable(dimension, values));
    }

    /** Writes the table in one atomic step, so that another process never sees a half-written file. */
    public void write(WordTable table) throws IOException {
        int content = HEADER + table.values().length * Float.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(content + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(table.dimension()).putInt(table.size());
        buffer.asFloatBuffer().put(table.values());
        buffer.putLong(content, crc(buffer.array(), content));
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, "table", ".part");
        try {
            Files.write(part, buffer.array());
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
