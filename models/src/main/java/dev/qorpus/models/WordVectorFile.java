package dev.qorpus.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Describes a file of word vectors: its dimension and checksum. */
final class WordVectorFile {

    /** The part of the model's name before the file. */
    static final String PREFIX = "words:";

    private WordVectorFile() {}

    /**
     * Describes a file. The whole file is read once, for its checksum.
     *
     * @param name {@code words:} and the file
     * @throws ModelException if the file cannot be read, or if its first line is no vector
     */
    static WordVectors.InFile spec(String name) {
        Path file = Path.of(name.substring(PREFIX.length()));
        if (!Files.isRegularFile(file)) {
            throw new ModelException("'" + name + "'",
                    "no such file; name a text file in the format of GloVe or word2vec, with a word and its numbers on each line");
        }
        try {
            int dimension = dimension(name, file);
            return new WordVectors.InFile(PREFIX + file.toAbsolutePath().normalize(), dimension, sha256(file), file);
        } catch (IOException e) {
            throw new ModelException("'" + name + "'",
                    "cannot be read (" + e.getMessage() + "); check the file and its permissions", e);
        }
    }

    /** The dimension of the first vector. In word2vec's format, a line with the number of words and the dimension comes first. */
    private static int dimension(String name, Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            int fields = fields(line);
            if (fields == 2) {
                fields = fields(lines.readLine());
            }
            if (fields < 3) {
                throw new ModelException("'" + name + "'",
                        "does not begin with a word and its numbers; name a text file in the format of GloVe or word2vec");
            }
            return fields - 1;
        }
    }

    private static int fields(@Nullable String line) {
        return line == null || line.isBlank() ? 0 : line.strip().split(" +", -1).length;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
