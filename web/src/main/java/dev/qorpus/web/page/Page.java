package dev.qorpus.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the page. */
public final class Page {

    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
            "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    /** Names are checked, so that no path can lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.(html|css|js|svg)");

    /**
     * A file.
     *
     * @param type its media type
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes for the wire, never compared.
    public record Asset(String type, byte[] bytes) {}

    private Page() {}

    /** The file of that name, if there is one. */
    public static Optional<Asset> asset(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return in == null || type == null ? Optional.empty() : Optional.of(new Asset(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page's " + name, e);
        }
    }
}
