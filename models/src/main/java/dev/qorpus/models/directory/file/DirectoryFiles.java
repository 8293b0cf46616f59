package dev.qorpus.models.directory.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import dev.qorpus.models.ModelException;

/**
 * The files of a model's directory. Whatever is wrong with one is an error of one line that names it.
 *
 * @param root the directory
 */
public record DirectoryFiles(Path root) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The beginning of a file that Git LFS did not fetch. */
    private static final byte[] POINTER = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    private static final String TOKENIZER = "tokenizer.json";
    private static final String SAVE_TOKENIZER = "save it: python3 -c \"from transformers import AutoTokenizer;"
            + " AutoTokenizer.from_pretrained('DIR', use_fast=True).save_pretrained('DIR')\"";

    /** An exception about this directory. */
    public ModelException failure(String message) {
        return new ModelException(root.toString(), message);
    }

    /** The exception for a file that cannot be read. */
    public ModelException unreadable(String file, Exception cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause.getMessage());
        return new ModelException(root.toString(),
                file + " is damaged or incomplete (" + reason + "); fetch it again", cause);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    /** Whether there is such a file. */
    public boolean has(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    /** The first of several files that exists and is no pointer of Git LFS. */
    public Optional<Path> first(List<String> files) {
        return files.stream().filter(this::has).findFirst().map(this::checked);
    }

    /**
     * A file that must exist.
     *
     * @param advice what to do if it does not
     */
    public Path required(List<String> files, String advice) {
        return first(files).orElseThrow(() -> failure(
                "has no " + String.join(" or ", files) + ", but " + listing() + "; " + advice));
    }

    /** The tokenizer of a transformer in a folder, which may be in the root. */
    public Path tokenizer(String folder) {
        return required(
                Stream.of(folder.isEmpty() ? TOKENIZER : folder + "/" + TOKENIZER, TOKENIZER).distinct().toList(),
                SAVE_TOKENIZER);
    }

    /** Checks that a file was fetched. */
    public Path checked(String file) {
        Path path = root.resolve(file);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(POINTER.length);
            if (Arrays.equals(start, POINTER)) {
                throw failure(file + " is a pointer of Git LFS, not the file; run there: git lfs pull");
            }
            if (start.length == 0) {
                throw failure(file + " is empty; fetch it again");
            }
            return path;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The content of a JSON file; a missing node if there is no such file. */
    public JsonNode json(String file) {
        if (!has(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(Files.readAllBytes(checked(file)));
        } catch (IOException | JacksonException e) {
            throw unreadable(file, e);
        }
    }

    /** The names of the files in the directory, as far as they matter. */
    public String listing() {
        try (Stream<Path> all = Files.list(root)) {
            List<String> names = all.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                    .filter(name -> !name.startsWith(".")).sorted().toList();
            int shown = Math.min(names.size(), 8);
            return names.isEmpty()
                    ? "nothing"
                    : String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", …" : "");
        } catch (IOException e) {
            throw unreadable(".", e);
        }
    }

    /** A path within the directory as messages name it. */
    public String name(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }
}
