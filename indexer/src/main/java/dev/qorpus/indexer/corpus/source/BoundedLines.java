package dev.qorpus.indexer.corpus.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes in bounded memory. A line that is too long is skipped, so that a file without line ends does not
 * exhaust the memory.
 */
public final class BoundedLines {

    /** The longest line in bytes. The longest documents of published collections have a tenth of this. */
    public static final int LONGEST = 8 << 20;

    private static final int BUFFER = 1 << 16;

    /** A line with its number, from 1. */
    public record Line(int number, ByteArrayOutputStream bytes, boolean tooLong) {

        /**
         * Decodes the line.
         *
         * @throws CharacterCodingException if it is not UTF-8
         */
        public String text() throws CharacterCodingException {
            return Utf8.decode(bytes.toByteArray(), number);
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private int number;

    public BoundedLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its line feed; null after the last line. */
    @Nullable
    public Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        if (!fill()) {
            return null;
        }
        number++;
        do {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong = tooLong || bytes.size() + at - start > LONGEST;
            if (!tooLong) {
                bytes.write(buffer, start, at - start);
            }
        } while (at == end && fill());
        at++;
        return new Line(number, bytes, tooLong);
    }

    private boolean fill() throws IOException {
        if (at >= end) {
            end = in.read(buffer);
            at = 0;
        }
        return at < end;
    }
}
