package dev.qorpus.indexer.corpus.stackexchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.qorpus.indexer.corpus.source.UnreadableException;

/**
 * A temporary file of answers. All answers are written first, and then read in any order. Each knows the place of the
 * previous answer to its question. The file is deleted when it is closed or when the program ends.
 */
final class SpillFile implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 3 * Long.BYTES + Integer.BYTES;

    /**
     * What is known of an answer.
     *
     * @param previous the place of the previous answer to the same question; negative if there is none
     */
    record Head(long previous, long id, long score) {}

    private final FileChannel file;
    private final OutputStream out;
    private long length;

    private SpillFile(FileChannel file) {
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }

    /** @throws UnreadableException if the temporary file cannot be created */
    static SpillFile open() throws UnreadableException {
        try {
            Path path = Files.createTempFile("qorpus-", ".texts");
            return new SpillFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw diskFull();
        }
    }

    /**
     * Writes an answer and returns its place.
     *
     * @throws UnreadableException if the disk is full
     */
    long write(Head head, String text) throws UnreadableException {
        long place = length;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            out.write(ByteBuffer.allocate(HEAD).putLong(head.previous).putLong(head.id).putLong(head.score)
                    .putInt(bytes.length).array());
            out.write(bytes);
        } catch (IOException e) {
            throw diskFull();
        }
        length += HEAD + bytes.length;
        return place;
    }

    /** Ends the writing. Reading follows. */
    void complete() throws UnreadableException {
        try {
            out.flush();
        } catch (IOException e) {
            throw diskFull();
        }
    }

    private static UnreadableException diskFull() {
        return new UnreadableException(1, "the answers could not be written to the folder of temporary files; free "
                + "space there");
    }

    /** Reads what is known of the answer at a place. */
    Head head(long place) throws IOException {
        ByteBuffer bytes = read(place, HEAD);
        return new Head(bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Reads the text of the answer at a place. */
    String text(long place) throws IOException {
        int size = read(place + HEAD - Integer.BYTES, Integer.BYTES).getInt();
        return StandardCharsets.UTF_8.decode(read(place + HEAD, size)).toString();
    }

    private ByteBuffer read(long place, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException("a temporary file was truncated");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
