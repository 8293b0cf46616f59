package dev.qorpus.models;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.models.WordVectors.Layout;

/** Describes a file of word vectors: its layout, its dimension, its checksum and its language. */
final class WordVectorFile {

    private static final String PREFIX = WordVectors.PREFIX;
    private static final String ADVICE = "name a file of fastText (.vec), GloVe or word2vec, with a word and its numbers"
            + " on each line; gzip is read too";
    private static final int LOOKAHEAD = 1 << 16;
    /** The beginnings of files that are refused: fastText's own format, and a ZIP archive. */
    private static final byte[] FASTTEXT = {(byte) 0xba, 0x16, 0x4f, 0x2f};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Pattern HEADING = Pattern.compile("(\\d+)[ \\t]+(\\d+)[ \\t\\r]*\\n");
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n?");
    /** The names of fastText's files hold the language: cc.de.300.vec, wiki.de.align.vec. */
    private static final Pattern LANGUAGE = Pattern.compile("(?:cc|wiki)\\.([a-z]{2})\\..*");

    private WordVectorFile() {}

    /**
     * Describes a file. The whole file is read once, for its checksum.
     *
     * @param name {@code words:} and the file
     * @throws ModelException if the file cannot be read, or if its first line is no vector
     */
    static WordVectors.InFile spec(String name) {
        Path file = Path.of(name.substring(PREFIX.length())).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new ModelException("'" + name + "'", "no such file; " + ADVICE);
        }
        try {
            byte[] start = start(file);
            int dimension = dimension(name, start);
            return new WordVectors.InFile(PREFIX + file, dimension, sha256(file), file,
                    isBinary(start) ? Layout.BINARY : Layout.TEXT, languages(file));
        } catch (IOException e) {
            throw new ModelException("'" + name + "'",
                    "cannot be read (" + e.getMessage() + "); check the file and its permissions", e);
        }
    }

    private static Set<String> languages(Path file) {
        Matcher matcher = LANGUAGE.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? Set.of(matcher.group(1)) : Set.of();
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = WordVectors.InFile.open(file)) {
            return in.readNBytes(LOOKAHEAD);
        }
    }

    /** The dimension in the heading of word2vec and fastText, or that of the first vector. */
    private static int dimension(String name, byte[] start) {
        refuse(name, start, FASTTEXT,
                "is in fastText's own format; name the file with the same name and the suffix .vec");
        refuse(name, start, ZIP, "is a ZIP archive; unpack it, and name one of its files");
        String text = new String(start, StandardCharsets.UTF_8);
        Matcher heading = HEADING.matcher(text);
        int fields = heading.lookingAt() ? Integer.parseInt(heading.group(2)) : fields(text) - 1;
        if (fields < 2) {
            throw new ModelException("'" + name + "'", "does not begin with a word and its numbers; " + ADVICE);
        }
        return fields;
    }

    private static void refuse(String name, byte[] start, byte[] beginning, String message) {
        if (start.length >= beginning.length
                && Arrays.equals(start, 0, beginning.length, beginning, 0, beginning.length)) {
            throw new ModelException("'" + name + "'", message);
        }
    }

    private static int fields(String text) {
        Matcher line = LINE.matcher(text);
        String first = line.lookingAt() ? line.group().strip() : "";
        return first.isEmpty() ? 0 : first.split("[ \\t]+", -1).length;
    }

    /** Numbers in binary have bytes that no text has. */
    private static boolean isBinary(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return HEADING.matcher(text).lookingAt() && text.chars().anyMatch(c -> c < '\t');
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
