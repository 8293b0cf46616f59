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
 * Prepares what DJL and ONNX Runtime read from system properties when they are loaded. ONNX Runtime would
 * unpack its 20 MB of libraries into a new temporary folder at each start, and leave them there when the process
 * is killed: they are unpacked once instead, beside the models.
 */
final class NativeRuntime {

    private static final String FOLDER = "onnxruntime.native.path";

    private NativeRuntime() {}

    /**
     * Sets the properties, those that are not set yet. Where this system's libraries are not in the jar or cannot
     * be unpacked, ONNX Runtime is left to find its own way, and to say what is wrong.
     *
     * @param cache folder to unpack into
     */
    static synchronized void prepare(Path cache) {
        // DJL reports each start to its makers unless told not to. The promise that nothing leaves the machine
        // must not depend on how the JVM was started, hence not a launcher's flag alone.
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
            System.getLogger(NativeRuntime.class.getName()).log(System.Logger.Level.DEBUG, "not unpacked", e);
        }
    }

    private static @Nullable Path unpack(Path cache) throws IOException {
        String platform = platform();
        Path folder = null;
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String file = System.mapLibraryName(library);
            URL resource = NativeRuntime.class.getClassLoader()
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

    /** As the folders in ONNX Runtime's jar are named. */
    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
        String arch = System.getProperty("os.arch", "");
        return system + "-" + (arch.equals("aarch64") ? "aarch64" : "x64");
    }

    /** The jar's name with its version, so that another version gets a folder of its own. */
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
