package dev.qorpus.models.words;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.WordVectors;

/** Reads word2vec's binary format: a heading, then for each word its bytes, a blank, and little-endian floats. */
final class BinaryWordVectors {

    private final DataInputStream in;
    private final WordVectors.InFile spec;
    private final int words;

    BinaryWordVectors(DataInputStream in, WordVectors.InFile spec) throws IOException {
        this.in = in;
        this.spec = spec;
        this.words = Integer.parseInt(until('\n').strip().split("[ \t]+", 2)[0]);
    }

    /** The number of words that the heading names. */
    int words() {
        return words;
    }

    /** The next word. */
    String word() throws IOException {
        // Some writers end each vector with a line break.
        return until(' ').replaceFirst("^\n", "");
    }

    /** The vector of the word that was read last. */
    float[] vector() throws IOException {
        float[] vector = new float[spec.dimension()];
        try {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = Float.intBitsToFloat(Integer.reverseBytes(in.readInt()));
            }
        } catch (EOFException e) {
            throw endsEarly(e);
        }
        return vector;
    }

    private String until(char end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != end; next = in.read()) {
            if (next < 0) {
                throw endsEarly(new EOFException());
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private ModelException endsEarly(EOFException cause) {
        return new ModelException(spec.name(), "ends before the last of the " + words
                + " words that its first line names; fetch it again", cause);
    }
}
