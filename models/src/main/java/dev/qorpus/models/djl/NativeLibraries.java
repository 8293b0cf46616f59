package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Sets the system properties that DJL and ONNX Runtime read when they are loaded, and unpacks ONNX Runtime's libraries
 * beside the models. By default ONNX Runtime unpacks 20 MB into a new temporary folder at each start, and leaves them
 * there if the process is killed.
 */
final class NativeLibraries {

    private static final String FOLDER = "onnxruntime.native.path";

    private NativeLibraries() {}

    /**
     * Sets the properties and unpacks the libraries, unless they are set already. If the jar has no libraries for this
     * system, or if they cannot be unpacked, ONNX Runtime uses its default and reports what is wrong.
     *
     * @param cache the folder to unpack into
     */
    static synchronized void prepare(Path cache) {
        // By default DJL reports each start to its makers. Nothing may leave this machine, however the JVM was
        // started, so these are set here and not only in the launcher.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        try {
            Path folder = unpack(cache);
            if (folder != null) {
                System.setProperty(FOLDER, folder.toString());
            }
        } catch (IOException e) {
            System.getLogger(NativeLibraries.class.getName()).log(System.Logger.Level.DEBUG, "not unpacked", e);
        }
    }

    private static @Nullable Path unpack(Path cache) throws IOException {
        String platform = platform();
        Path folder = null;
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String file = System.mapLibraryName(library);
            URL resource = NativeLibraries.class.getClassLoader()
                    .getResource("ai/onnxruntime/native/" + platform + "/" + file);
            if (resource == null) {
                return null;
            }
            if (folder == null) {
                folder = cache.resolve(name(resource) + "-" + platform);
            }
            copy(resource, folder.resolve(file));
        }
        return folder;
    }

    /** The name of this system in ONNX Runtime's jar. */
    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
        String arch = System.getProperty("os.arch", "");
        return system + "-" + (arch.equals("aarch64") ? "aarch64" : "x64");
    }

    /** The name of the jar with its version, so that each version has its own folder. */
    private static String name(URL resource) {
        return resource.toString().replaceFirst("!.*", "").replaceFirst(".*/", "").replace(".jar", "");
    }

    private static void copy(URL resource, Path target) throws IOException {
        long bytes = resource.openConnection().getContentLengthLong();
        if (Files.exists(target) && Files.size(target) == bytes) {
            return;
        }
        Path part = Files.createTempFile(Files.createDirectories(target.getParent()), "library", ".part");
        try (InputStream in = resource.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
