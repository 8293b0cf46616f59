package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.vectors.TokenAxes;

/**
 * The axes of a model from a directory. They are learned once on each machine, from paragraphs that ship with Qorpus, so
 * that they do not depend on the corpus, and are kept in the model's folder. The name of the file holds their checksum.
 *
 * @param spec the model
 * @param folder of the model in the cache
 */
record LearnedAxes(SentenceTransformer spec, Path folder) {

    private static final String TEXTS = "axes-texts.txt";
    private static final String NAME = "tokens-";
    private static final String SUFFIX = ".axes";

    /** The paragraphs that axes are learned from, one on each line. */
    static List<String> texts() {
        try (InputStream in = TokenAxes.class.getResourceAsStream(TEXTS)) {
            if (in == null) {
                throw new IllegalStateException(TEXTS + " is not on the class path; build Qorpus again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(TEXTS + " cannot be read; build Qorpus again", e);
        }
    }

    /** The axes that are kept, if they are whole. */
    Optional<TokenAxes> kept() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "*" + SUFFIX)) {
            for (Path file : files) {
                Optional<TokenAxes> read = read(file);
                if (read.isPresent()) {
                    return read;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Optional<TokenAxes> read(Path file) throws IOException {
        try {
            TokenAxes axes = TokenAxes.read(Files.readAllBytes(file));
            return file.endsWith(NAME + axes.checksum() + SUFFIX) ? Optional.of(axes) : Optional.empty();
        } catch (RuntimeException e) {
            // A file that was cut short; its axes are learned again.
            System.getLogger(LearnedAxes.class.getName()).log(System.Logger.Level.DEBUG, "unread " + file, e);
            return Optional.empty();
        }
    }

    /**
     * Learns the axes, and keeps them.
     *
     * @param embedder of the model, whose token vectors are as the graph gives them
     * @return empty if the vectors have fewer components than can be packed
     */
    Optional<TokenAxes> learn(DjlEmbedder embedder) {
        if (spec.recipe().tokenDimension() < TokenAxes.AT_LEAST) {
            return Optional.empty();
        }
        TokenAxes axes = of(embedder, texts());
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, NAME, ".part");
            try {
                Files.write(part, axes.toBytes());
                Files.move(part, folder.resolve(NAME + axes.checksum() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return Optional.of(axes);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Learns axes from some texts. */
    static TokenAxes of(DjlEmbedder embedder, List<String> texts) {
        return TokenAxes.of(embedder.passageTokens(texts).stream()
                .flatMap(embedded -> Arrays.stream(embedded.tokens().rows())).toArray(float[][]::new));
    }

    private ModelException unwritable(IOException e) {
        return new ModelException(spec.name(), "the axes of its tokens cannot be kept in " + folder + " ("
                + e.getMessage() + "); make that folder writable, or set DJL_CACHE_DIR to a writable folder", e);
    }
}
