package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What stands before the text of a file: YAML between lines of {@code ---}, or TOML between lines of {@code +++},
 * of which the title alone is read.
 *
 * @param title the file's title, if it has one
 * @param question the question, if the file names one
 * @param answer the answer, if it stands here and not in the text
 * @param labels all that tells something about the content, by name in lower case
 * @param end offset behind it; 0 if there is none
 * @param malformed what is wrong with it, if something is
 */
public record FrontMatter(@Nullable String title, @Nullable String question, @Nullable String answer,
        SortedMap<String, List<String>> labels, int end, @Nullable String malformed) {

    /** None. */
    static final FrontMatter NONE = new FrontMatter(null, null, null, new TreeMap<>(), 0, null);

    private static final Pattern YAML = Pattern.compile(
            "\\A---[ \\t]*\\R(?<yaml>(?s:.{0,100000}?))^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TOML = Pattern.compile(
            "\\A\\+\\+\\+[ \\t]*\\R(?<toml>(?s:.{0,100000}?))^\\+\\+\\+[ \\t]*(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TOML_TITLE = Pattern.compile("^title\\s*=\\s*[\"'](?<title>.*)[\"']\\s*$",
            Pattern.MULTILINE);
    private static final Pattern KEY_LINE = Pattern.compile("^\\w[\\w -]{0,60}:(?:\\s|$)", Pattern.MULTILINE);

    /** What site generators keep there for themselves, and dates: nothing that a reader would filter by. */
    private static final Set<String> FOREIGN = Set.of("layout", "permalink", "slug", "url", "aliases", "alias",
            "weight",
            "order", "position", "draft", "published", "date", "created", "updated", "modified", "lastmod",
            "description",
            "summary", "excerpt", "image", "cover", "thumbnail", "template", "toc", "id", "uuid", "redirect_from",
            "css",
            "js", "math", "comments", "hide_title", "hide_table_of_contents", "sidebar_label", "sidebar_position",
            "nav_order", "parent", "has_children", "eleventynavigation", "title", "question", "answer");
    /** Longer values are text, not labels. */
    private static final int LONGEST = 100;

    /** Reads the front matter of a file; text that only looks like one is left alone. */
    public static FrontMatter of(String source) {
        Matcher yaml = YAML.matcher(source);
        if (source.startsWith("---") && yaml.find()) {
            return ofYaml(yaml.group("yaml"), yaml.end());
        }
        Matcher toml = TOML.matcher(source);
        if (source.startsWith("+++") && toml.find()) {
            Matcher title = TOML_TITLE.matcher(toml.group("toml"));
            return new FrontMatter(title.find() ? title.group("title") : null, null, null, new TreeMap<>(), toml.end(),
                    null);
        }
        return NONE;
    }

    private static FrontMatter ofYaml(String yaml, int end) {
        try {
            Object read = new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build()).loadFromString(yaml);
            if (read instanceof Map<?, ?> fields) {
                return ofFields(fields, end);
            }
            // A rule at the top of the file, and another one further down.
            return read == null ? new FrontMatter(null, null, null, new TreeMap<>(), end, null) : NONE;
        } catch (YamlEngineException e) {
            boolean meant = KEY_LINE.matcher(yaml).find();
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return meant ? new FrontMatter(null, null, null, new TreeMap<>(), end, reason) : NONE;
        }
    }

    private static FrontMatter ofFields(Map<?, ?> fields, int end) {
        Map<String, List<String>> values = new TreeMap<>();
        fields.forEach((key, value) -> values.put(String.valueOf(key).strip().toLowerCase(Locale.ROOT), values(value)));
        SortedMap<String, List<String>> labels = new TreeMap<>();
        values.forEach((name, found) -> {
            if (!FOREIGN.contains(name) && !found.isEmpty()
                    && found.stream().allMatch(value -> value.length() <= LONGEST)) {
                labels.put(name, found);
            }
        });
        return new FrontMatter(first(values, "title"), first(values, "question"), first(values, "answer"), labels, end,
                null);
    }

    private static @Nullable String first(Map<String, List<String>> values, String name) {
        List<String> found = values.getOrDefault(name, List.of());
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<String> values(@Nullable Object value) {
        List<String> values = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (item instanceof String || item instanceof Number || item instanceof Boolean) {
                String text = item.toString().strip();
                if (!text.isEmpty()) {
                    values.add(text);
                }
            }
        }
        return values;
    }

    /** The file with blanks where this stands, so that offsets and lines stay true. */
    public String blanked(String source) {
        return end == 0 ? source : source.substring(0, end).replaceAll("[^\\r\\n]", " ") + source.substring(end);
    }
}
