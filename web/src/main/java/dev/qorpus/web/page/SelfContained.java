package dev.qorpus.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.qorpus.models.Sha256;
import dev.qorpus.web.json.Json;

/**
 * A self-contained HTML file with inline styles, scripts and data. Its security policy allows only these, by their
 * hashes.
 */
final class SelfContained {

    private final String template;
    private final List<String> styles = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    /**
     * Starts a page.
     *
     * @param template has a placeholder in double braces for each part, and the placeholders {@code policy}
     * and {@code data}
     */
    SelfContained(String template) {
        this.template = template;
    }

    /** Inserts a style. */
    SelfContained style(String place, String style) {
        styles.add(style);
        parts.put(place, style);
        return this;
    }

    /** Inserts a script. */
    SelfContained script(String place, String script) {
        scripts.add(script);
        parts.put(place, script);
        return this;
    }

    /** The page. Data is inserted last, so that no text of the corpus is taken for a placeholder. */
    String with(Object view) {
        String page = template.replace("{{policy}}",
                "default-src 'none'; style-src " + hashes(styles) + "; script-src " + hashes(scripts));
        for (Map.Entry<String, String> part : parts.entrySet()) {
            page = page.replace("{{" + part.getKey() + "}}", part.getValue());
        }
        // JSON in which no tag can start or end.
        return page.replace("{{data}}", new String(Json.bytes(view), StandardCharsets.UTF_8).replace("<", "\\u003c"));
    }

    /** Writes a page to a file, and creates its folder. */
    static void write(String page, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the page to " + file, e);
        }
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(text -> "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text)) + "'")
                .collect(Collectors.joining(" "));
    }
}
