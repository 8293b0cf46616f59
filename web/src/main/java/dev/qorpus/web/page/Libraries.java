package dev.qorpus.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The libraries of the page, served from their WebJars. Other files of a WebJar are not served. */
public final class Libraries {

    /** The folder of each library in its WebJar, by its name in addresses. */
    private static final Map<String, String> FOLDERS = Map.of("d3", "d3/7.9.0/dist/", "katex",
            "katex/0.18.11/dist/", "highlightjs", "highlightjs/11.11.1/");
    private static final Map<String, String> TYPES = Map.of("css", "text/css; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "mjs", "text/javascript; charset=utf-8", "woff2", "font/woff2");
    /** The allowed names, so that no path can leave the folder. */
    private static final Pattern FILE = Pattern
            .compile("(?:[A-Za-z0-9][\\w-]*/)?[A-Za-z0-9][\\w.-]*\\.(?<type>css|m?js|woff2)");

    private Libraries() {}

    /**
     * A library's file.
     *
     * @param file relative to the library's folder, at most one folder deeper
     */
    public static Optional<Page.Asset> asset(String library, String file) {
        String folder = FOLDERS.get(library);
        var name = FILE.matcher(file);
        if (folder == null || !name.matches()) {
            return Optional.empty();
        }
        try (InputStream in = Libraries.class.getResourceAsStream("/META-INF/resources/webjars/" + folder + file)) {
            String type = TYPES.get(name.group("type"));
            return in == null || type == null
                    ? Optional.empty()
                    : Optional.of(new Page.Asset(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of " + library, e);
        }
    }

    /** The file as text, for a self-contained page. */
    static String text(String library, String file) {
        return asset(library, file).map(asset -> new String(asset.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException(
                        file + " of " + library + " is missing in the build; rebuild with 'mvn package'"));
    }
}
