package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * The front matter of a file: YAML between lines of {@code ---}, TOML between lines of {@code +++}, or a JSON object.
 * The language may stand behind the dashes: {@code ---json}. Blank
 * lines and a comment may be before it.
 *
 * @param title the title, if there is one
 * @param question the question, if there is one
 * @param answer the answer, if it is in the front matter and not in the text
 * @param labels the values of the labels, by name in lower case
 * @param pairs questions with answers, and cards, that are listed in it
 * @param end the offset behind the front matter; 0 if there is none
 * @param malformed the error in the front matter, if there is one
 */
public record FrontMatter(@Nullable String title, @Nullable String question, @Nullable String answer,
        SortedMap<String, List<String>> labels, List<Pair> pairs, int end, @Nullable String malformed) {

    /**
     * A question with its answer, or the two sides of a card.
     *
     * @param card whether it is a card
     * @param around what is said beside it and above it
     */
    public record Pair(String question, String answer, boolean card, Around around) {}

    /**
     * What is said beside and above a pair.
     *
     * @param tags the tags of the pair
     * @param section the names of the lists around it, outermost first
     */
    public record Around(List<String> tags, List<String> section) {}

    /** A file without front matter. */
    static final FrontMatter NONE = empty(0, null);

    private static final String BEFORE = "\\A(?:[ \\t]*\\R){0,20}(?:<!--(?s:.{0,500}?)-->\\s{0,20}\\R)?";
    private static final Pattern YAML = Pattern.compile(
            BEFORE + "(?:---(?:json|yaml)?|;;;)[ \\t]*\\R(?<yaml>(?s:.{0,100000}?))^(?:---|\\.\\.\\.|;;;)[ \\t]*(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TOML = Pattern.compile(
            BEFORE + "(?:\\+\\+\\+|---toml)[ \\t]*\\R(?<toml>(?s:.{0,100000}?))^(?:\\+\\+\\+|---)[ \\t]*(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern JSON = Pattern.compile(
            BEFORE + "(?<json>\\{[ \\t]*\\R(?s:.{0,100000}?)^\\})[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);
    private static final TomlMapper TOML_MAPPER = TomlMapper.builder().build();
    private static final Pattern KEY_LINE = Pattern.compile("^\\w[\\w -]{0,60}:(?:\\s|$)", Pattern.MULTILINE);

    private static final Pattern YAML_LINE = Pattern
            .compile("\\w[\\w-]{0,60}(?: \\w{1,40})?:(?:\\s|\\z)|\\s+\\S|- |#|[\\]}]");
    private static final double MOST = 0.8;

    /** Fields for site generators, and dates. Nobody filters by them. */
    private static final Set<String> NO_LABELS = Set.of("layout", "permalink", "slug", "url", "aliases", "alias",
            "weight",
            "order", "position", "draft", "published", "date", "created", "updated", "modified", "lastmod",
            "description",
            "summary", "excerpt", "image", "cover", "thumbnail", "template", "toc", "id", "uuid", "redirect_from",
            "css",
            "js", "math", "comments", "hide_title", "hide_table_of_contents", "sidebar_label", "sidebar_position",
            "nav_order", "parent", "has_children", "eleventynavigation", "title", "question", "answer");
    /** The longest value of a label. Longer values are text. */
    private static final int LONGEST = 100;

    /** Reads the front matter of a file. Text that only looks like front matter is not read. */
    public static FrontMatter of(String source) {
        String start = source.substring(0, Math.min(source.length(), 1000)).stripLeading();
        start = start.startsWith("<!--") ? start.substring(start.indexOf("-->") + 3).stripLeading() : start;
        Matcher yaml = YAML.matcher(source);
        if ((start.startsWith("---") || start.startsWith(";;;")) && yaml.find()) {
            return ofYaml(yaml.group("yaml"), yaml.end());
        }
        Matcher toml = TOML.matcher(source);
        if ((start.startsWith("+++") || start.startsWith("---toml")) && toml.find()) {
            return ofToml(toml.group("toml"), toml.end());
        }
        Matcher json = JSON.matcher(source);
        if (start.startsWith("{") && json.find()) {
            FrontMatter fields = ofYaml(json.group("json"), json.end());
            return fields.title == null && fields.labels.isEmpty() && fields.pairs.isEmpty() ? NONE : fields;
        }
        return NONE;
    }

    private static FrontMatter empty(int end, @Nullable String malformed) {
        return new FrontMatter(null, null, null, new TreeMap<>(), List.of(), end, malformed);
    }

    /** The values that are in entries: title, question, answer, labels and pairs. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        Stream.of(title, question, answer).filter(Objects::nonNull).forEach(texts::add);
        labels.values().forEach(texts::addAll);
        pairs.forEach(pair -> {
            texts.addAll(List.of(pair.question, pair.answer));
            texts.addAll(pair.around.tags());
            texts.addAll(pair.around.section());
        });
        return texts;
    }

    private static FrontMatter ofToml(String toml, int end) {
        try {
            Map<?, ?> read = TOML_MAPPER.readValue(toml, Map.class);
            // The fields of a table, such as [taxonomies], are fields of the document.
            Map<Object, Object> fields = new LinkedHashMap<>(read);
            read.values().stream().filter(Map.class::isInstance)
                    .forEach(table -> ((Map<?, ?>) table).forEach(fields::putIfAbsent));
            return ofFields(fields, end);
        } catch (JacksonException e) {
            return empty(end, e.getOriginalMessage());
        }
    }

    private static FrontMatter ofYaml(String yaml, int end) {
        try {
            Object read = new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build()).loadFromString(yaml);
            if (read instanceof Map<?, ?> fields) {
                return ofFields(fields, end);
            }
            // The file begins with a rule, and has another rule further down.
            return read == null ? empty(end, null) : NONE;
        } catch (YamlEngineException e) {
            // Between two rules may be text with a colon.
            List<String> lines = yaml.lines().filter(line -> !line.isBlank()).toList();
            long fields = lines.stream().filter(line -> YAML_LINE.matcher(line).lookingAt()).count();
            boolean meant = KEY_LINE.matcher(yaml).find() && fields >= MOST * lines.size();
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return meant ? empty(end, reason) : NONE;
        }
    }

    private static FrontMatter ofFields(Map<?, ?> fields, int end) {
        Map<String, List<String>> values = new TreeMap<>();
        fields.forEach((key, value) -> values.put(String.valueOf(key).strip().toLowerCase(Locale.ROOT), values(value)));
        SortedMap<String, List<String>> labels = new TreeMap<>();
        values.forEach((name, found) -> {
            if (!NO_LABELS.contains(name) && !found.isEmpty()
                    && found.stream().allMatch(value -> value.length() <= LONGEST)) {
                labels.put(name, found);
            }
        });
        String title = first(values, "title");
        if (title == null) {
            // In Obsidian the file name is the title. An alias that asks is a better one.
            title = values.getOrDefault("aliases", List.of()).stream().filter(alias -> alias.strip().endsWith("?"))
                    .findFirst().orElse(null);
        }
        return new FrontMatter(title, first(values, "question"), first(values, "answer"), labels,
                FrontMatterPairs.of(fields), end, null);
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

    /** Replaces the front matter by blanks, so that offsets and lines do not change. */
    public String blanked(String source) {
        return end == 0 ? source : source.substring(0, end).replaceAll("[^\\r\\n]", " ") + source.substring(end);
    }
}
