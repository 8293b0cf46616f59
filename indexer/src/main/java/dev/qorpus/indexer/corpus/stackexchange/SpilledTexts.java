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
 * Texts that wait on the disk until they are needed. First all are written, then they are read in any order; the
 * temporary file is gone when this is closed, or the program ends.
 */
final class SpilledTexts implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final OutputStream out;
    private long length;

    private SpilledTexts(FileChannel file) {
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }

    /** @throws UnreadableException if the folder of temporary files takes none */
    static SpilledTexts open() throws UnreadableException {
        try {
            Path path = Files.createTempFile("qorpus-", ".texts");
            return new SpilledTexts(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw noRoom();
        }
    }

    /**
     * Keeps a text and returns its place.
     *
     * @throws UnreadableException if there is no room for it
     */
    long write(String text) throws UnreadableException {
        long place = length;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            out.write(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.write(bytes);
        } catch (IOException e) {
            throw noRoom();
        }
        length += Integer.BYTES + bytes.length;
        return place;
    }

    /** Everything is written; reading follows. */
    void complete() throws UnreadableException {
        try {
            out.flush();
        } catch (IOException e) {
            throw noRoom();
        }
    }

    private static UnreadableException noRoom() {
        return new UnreadableException(1, "the answers could not be laid aside in the folder of temporary files; "
                + "make room there");
    }

    /** The text at a place. */
    String read(long place) throws IOException {
        int size = read(place, Integer.BYTES).getInt();
        return StandardCharsets.UTF_8.decode(read(place + Integer.BYTES, size)).toString();
    }

    private ByteBuffer read(long place, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException("a temporary file was cut short");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
