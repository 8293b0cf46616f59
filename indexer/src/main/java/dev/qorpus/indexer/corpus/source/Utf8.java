package dev.qorpus.indexer.corpus.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text, strictly: what is not UTF-8 is an error with its place, never a question mark. */
public final class Utf8 {

    private Utf8() {}

    /**
     * A whole file's text, without a byte order mark.
     *
     * @throws CharacterCodingException naming the first wrong byte and its line
     */
    public static String decode(byte[] content) throws CharacterCodingException {
        return decode(content, 1);
    }

    /**
     * A piece of a file's text, without a byte order mark.
     *
     * @param firstLine where the piece begins
     * @throws CharacterCodingException naming the first wrong byte and its line
     */
    public static String decode(byte[] content, int firstLine) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        if (result.isError()) {
            int line = firstLine + (int) chars.flip().chars().filter(c -> c == '\n').count();
            throw new PlacedCodingException(line,
                    " (byte 0x%02X in line %d)".formatted(bytes.get(bytes.position()), line));
        }
        String text = chars.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A reader that fails at the first byte that is not UTF-8, and passes over a byte order mark. */
    public static BufferedReader reader(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(bytes,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The error that a reader came upon, with its place, which the reader does not know. */
    public static CharacterCodingException firstError(Source source) throws IOException {
        try (InputStream bytes = source.open()) {
            BoundedLines lines = new BoundedLines(bytes);
            for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
                line.text();
            }
        } catch (CharacterCodingException e) {
            return e;
        }
        return new PlacedCodingException(1, "");
    }

    /** The line in which an error of this class stands; 1 if it is not known. */
    public static int line(CharacterCodingException e) {
        return e instanceof PlacedCodingException placed ? placed.line : 1;
    }

    /** Bytes that are not UTF-8, and where. */
    private static final class PlacedCodingException extends CharacterCodingException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String place;

        PlacedCodingException(int line, String place) {
            this.line = line;
            this.place = place;
        }

        @Override
        public String getMessage() {
            return place;
        }
    }
}
