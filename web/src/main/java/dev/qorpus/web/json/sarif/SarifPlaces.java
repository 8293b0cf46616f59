package dev.qorpus.web.json.sarif;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes file names as SARIF needs them: relative, percent-encoded URIs with a base. The base of files below the
 * working directory is that directory, which is the repository when a code host runs Qorpus. The base of other files
 * is their corpus folder.
 */
public final class SarifPlaces {

    private static final String HERE = "%SRCROOT%";

    private record Base(String id, Path folder) {}

    private final Map<String, Path> paths;
    private final Path here;
    private final Map<Path, String> bases = new LinkedHashMap<>();
    private final Map<String, Base> byFile = new HashMap<>();

    /**
     * @param paths the paths of the corpus files, by their names in findings
     * @param here the working directory
     */
    public SarifPlaces(Map<String, Path> paths, Path here) {
        this.paths = new TreeMap<>(paths);
        this.here = real(here);
        bases.put(this.here, HERE);
        this.paths.forEach((file, path) -> byFile.put(file, base(file, real(path))));
    }

    private Base base(String file, Path path) {
        if (path.startsWith(here)) {
            return new Base(HERE, here);
        }
        Path folder = path;
        for (int i = file.split("/").length; i > 0 && folder.getParent() != null; i--) {
            folder = folder.getParent();
        }
        return new Base(bases.computeIfAbsent(folder, root -> "CORPUS" + (bases.size() == 1 ? "" : bases.size())),
                folder);
    }

    /** The {@code originalUriBaseIds} of a run. */
    Map<String, Object> bases() {
        Map<String, Object> view = new LinkedHashMap<>();
        bases.forEach((folder, id) -> {
            String uri = folder.toUri().toString();
            view.put(id, Map.of("uri", uri.endsWith("/") ? uri : uri + "/"));
        });
        return view;
    }

    /** The {@code artifactLocation} of a file. */
    Map<String, String> artifact(String file) {
        Path path = paths.get(file);
        Base base = byFile.get(file);
        if (path == null || base == null) {
            return Map.of("uri", encoded(file));
        }
        String separator = path.getFileSystem().getSeparator();
        String relative = base.folder().relativize(real(path)).toString().replace(separator, "/");
        return Map.of("uri", encoded(relative), "uriBaseId", base.id());
    }

    private static Path real(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String encoded(String relative) {
        try {
            // Without the leading slash, a colon in the first name would look like a scheme.
            return new URI(null, null, "/" + relative, null).toASCIIString().substring(1).replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + relative, e);
        }
    }
}
