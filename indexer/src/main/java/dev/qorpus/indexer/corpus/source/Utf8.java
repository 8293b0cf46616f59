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

/** Decodes UTF-8 strictly: invalid bytes are an error with its place, and are never replaced. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Decodes a file, without its byte order mark.
     *
     * @throws CharacterCodingException if it is not UTF-8; the message names the first invalid byte and its line
     */
    public static String decode(byte[] content) throws CharacterCodingException {
        return decode(content, 1);
    }

    /**
     * Decodes a piece of a file, without a byte order mark.
     *
     * @param firstLine the line at which the piece begins
     * @throws CharacterCodingException if it is not UTF-8; the message names the first invalid byte and its line
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

    /** A reader that fails at the first invalid byte, and skips a byte order mark. */
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

    /** Finds the first invalid byte of a source again. The error of a reader does not tell its place. */
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

    /** The line of an error of this class; 1 if it is not known. */
    public static int line(CharacterCodingException e) {
        return e instanceof PlacedCodingException placed ? placed.line : 1;
    }

    /** Invalid bytes with their place. */
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
