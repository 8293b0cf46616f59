package dev.qorpus.indexer.corpus.links;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The destination of a link or an image.
 *
 * @param path the path without its query
 * @param anchor the part behind {@code #}; empty if there is none
 */
public record LinkDestination(String path, String anchor) {

    private static final Pattern EXTERNAL = Pattern.compile("\\A(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\)");

    /** Splits and decodes a destination. Its path is relative to the file, and empty for the file itself. */
    public static LinkDestination asWritten(String written) {
        int hash = written.indexOf('#');
        return new LinkDestination(decoded((hash < 0 ? written : written.substring(0, hash)).replaceFirst("\\?.*", "")),
                hash < 0 ? "" : decoded(written.substring(hash + 1)));
    }

    /**
     * Resolves a destination, so that its path is relative to the corpus folder.
     *
     * @param file the name of the file below the corpus folder
     * @param written the destination in the Markdown; if it begins with a slash, it is relative to the corpus folder
     * @return the destination; empty if it is outside the corpus folder
     */
    public static Optional<LinkDestination> of(String file, String written) {
        if (EXTERNAL.matcher(written).find()) {
            return Optional.empty();
        }
        LinkDestination destination = asWritten(written);
        if (destination.path.isEmpty()) {
            return Optional.of(new LinkDestination(file, destination.anchor));
        }
        Deque<String> parts = new ArrayDeque<>();
        if (!destination.path.startsWith("/")) {
            parts.addAll(Arrays.asList(file.split("/", -1)));
            parts.removeLast();
        }
        for (String part : destination.path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(new LinkDestination(String.join("/", parts), destination.anchor));
    }

    private static String decoded(String part) {
        try {
            // Only in forms does a plus sign stand for a blank.
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
