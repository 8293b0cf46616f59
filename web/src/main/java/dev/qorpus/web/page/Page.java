package dev.qorpus.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the page: a folder for each view, and {@code shared} for what several views use. */
public final class Page {

    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
            "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");
    /**
     * The allowed paths. They cannot leave the folder. Names have one dot, so that templates ({@code
     * *.template.html}) are not served.
     */
    private static final Pattern SERVED = Pattern
            .compile("(?:[a-z][a-z0-9-]*/){0,3}[a-z][a-z0-9-]*\\.(?<type>html|css|js|svg)");

    /**
     * A file of the page.
     *
     * @param type its media type
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes to send, never compared.
    public record Asset(String type, byte[] bytes) {}

    private Page() {}

    /** The file at that path below the page's folder, if it exists and may be served. */
    public static Optional<Asset> asset(String path) {
        Matcher served = SERVED.matcher(path);
        if (!served.matches()) {
            return Optional.empty();
        }
        String type = TYPES.get(served.group("type"));
        return type == null ? Optional.empty() : bytes(path).map(bytes -> new Asset(type, bytes));
    }

    /**
     * The text of any file of the page, templates included.
     *
     * @param path relative to the page's folder
     * @throws IllegalStateException if the build lacks the file
     */
    public static String text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElseThrow(
                () -> new IllegalStateException(path + " is missing in the build; build again with 'mvn package'"));
    }

    /**
     * A template with its places filled, in one pass: a text that looks like a place is not taken for one.
     *
     * @param path relative to the page's folder
     * @param parts what stands for {@code {{name}}}, as HTML
     * @throws NullPointerException if a place has no part
     */
    public static String filled(String path, Map<String, String> parts) {
        return PLACE.matcher(text(path)).replaceAll(place -> Matcher.quoteReplacement(
                Objects.requireNonNull(parts.get(place.group(1)), place.group())));
    }

    private static Optional<byte[]> bytes(String path) {
        try (InputStream in = Page.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page's " + path, e);
        }
    }
}
