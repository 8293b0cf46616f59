package dev.qorpus.models.directory.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;

/**
 * An argument of {@code --model} that names a directory: {@code DIR}, {@code DIR/onnx/VARIANT.onnx} for one of several
 * graphs, and {@code @N} behind either for the first N dimensions only.
 *
 * @param root the directory, absolute
 * @param onnx the graph if one is named
 * @param dimensions the number of dimensions to keep, or 0 for all
 */
public record ModelLocation(Path root, @Nullable Path onnx, int dimensions) {

    private static final Pattern TRUNCATED = Pattern.compile("(.+)@([1-9][0-9]{0,5})");
    /** In the cache of Hugging Face, the last folder is the name of a commit. */
    private static final Pattern CACHED = Pattern.compile("models--.+?--(.+)");
    /** The names of modes of search, which no vector space may have. */
    private static final Set<String> MODES = Set.of("hybrid", "lexical", "dense", "weighted", "rrf", "one-hot",
            "bag-of-words", "tf-idf", "bm25", "self");

    /** The location of an embedder. */
    public static ModelLocation of(String given) {
        return of(given,
                "name one that has a sentence-transformer (onnx/model.onnx and tokenizer.json) or static vectors"
                        + " (model.safetensors and tokenizer.json)");
    }

    /**
     * The location of a model.
     *
     * @param advice what to do if there is no such directory
     */
    public static ModelLocation of(String given, String advice) {
        Matcher truncated = TRUNCATED.matcher(given);
        boolean isWhole = Files.exists(Path.of(given)) || !truncated.matches();
        Path path = Path.of(isWhole ? given : truncated.group(1)).toAbsolutePath().normalize();
        int dimensions = isWhole ? 0 : Integer.parseInt(truncated.group(2));
        if (Files.isRegularFile(path) && path.toString().endsWith(".onnx")) {
            return new ModelLocation(rootOf(path.resolveSibling(".").normalize()), path, dimensions);
        }
        if (!Files.isDirectory(path)) {
            throw new ModelException("'" + given + "'", "no such directory; " + advice);
        }
        return new ModelLocation(rootOf(path), null, dimensions);
    }

    /** The folder of the graphs may be named instead of the model's. */
    private static Path rootOf(Path folder) {
        Path parent = folder.getParent();
        if (parent != null && folder.endsWith("onnx") && !Files.isRegularFile(folder.resolve("tokenizer.json"))
                && Files.isRegularFile(parent.resolve("tokenizer.json"))) {
            return parent;
        }
        return folder;
    }

    /** The location as an argument of {@code --model}, absolute. */
    public String text() {
        return (onnx == null ? root : onnx) + (dimensions == 0 ? "" : "@" + dimensions);
    }

    /**
     * The name of the vector space: that of the directory, of the graph if one is named, and the number of dimensions if
     * they are truncated. A part of the checksum follows if the name has another meaning.
     */
    public String space(String checksum) {
        String name = folderName();
        if (onnx != null) {
            name += "-" + onnx.getFileName().toString().replaceFirst("\\.onnx$", "");
        }
        name = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^-+|-+$", "");
        boolean taken = name.isEmpty() || MODES.contains(name.toLowerCase(Locale.ROOT))
                || Models.find(name).isPresent();
        return (taken ? name + "-" + checksum.substring(0, 8) : name) + (dimensions == 0 ? "" : "@" + dimensions);
    }

    private String folderName() {
        Path parent = root.getParent();
        Path cached = parent != null && parent.endsWith("snapshots") ? parent.getParent() : null;
        if (cached != null) {
            Matcher matcher = CACHED.matcher(String.valueOf(cached.getFileName()));
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return root.getFileName() == null ? "" : root.getFileName().toString();
    }
}
