package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
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

/**
 * The front matter of a file: YAML between lines of {@code ---}, TOML between lines of {@code +++}, or a JSON object. Blank
 * lines may be before it. Of TOML, fields of one line are read.
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
     */
    public record Pair(String question, String answer, boolean card) {}

    /** A file without front matter. */
    static final FrontMatter NONE = empty(0, null);

    private static final Pattern YAML = Pattern.compile(
            "\\A(?:[ \\t]*\\R){0,20}---[ \\t]*\\R(?<yaml>(?s:.{0,100000}?))^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TOML = Pattern.compile(
            "\\A(?:[ \\t]*\\R){0,20}\\+\\+\\+[ \\t]*\\R(?<toml>(?s:.{0,100000}?))^\\+\\+\\+[ \\t]*(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern JSON = Pattern.compile(
            "\\A(?:[ \\t]*\\R){0,20}(?<json>\\{[ \\t]*\\R(?s:.{0,100000}?)^\\})[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);
    /** A field of TOML, whose values are those of YAML. Names of tables are dropped. */
    private static final Pattern TOML_FIELD = Pattern.compile(
            "^[ \\t]*(?<name>[\\w.-]{1,60})[ \\t]*=[ \\t]*(?<value>.*)$|^[ \\t]*\\[.*$",
            Pattern.MULTILINE);
    private static final Set<String> QUESTIONS = Set.of("question", "q", "front", "term", "frage");
    private static final Set<String> ANSWERS = Set.of("answer", "a", "back", "definition", "antwort");
    private static final Set<String> CARDS = Set.of("front", "term");
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
        String start = source.substring(0, Math.min(source.length(), 200)).stripLeading();
        Matcher yaml = YAML.matcher(source);
        if (start.startsWith("---") && yaml.find()) {
            return ofYaml(yaml.group("yaml"), yaml.end());
        }
        Matcher toml = TOML.matcher(source);
        if (start.startsWith("+++") && toml.find()) {
            return ofYaml(TOML_FIELD.matcher(toml.group("toml")).replaceAll(field -> field.group("name") == null
                    ? ""
                    : Matcher.quoteReplacement(field.group("name") + ": " + field.group("value"))), toml.end());
        }
        Matcher json = JSON.matcher(source);
        if (start.startsWith("{") && json.find()) {
            FrontMatter fields = ofYaml(json.group("json"), json.end());
            return fields.title == null && fields.labels.isEmpty() ? NONE : fields;
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
        pairs.forEach(pair -> texts.addAll(List.of(pair.question, pair.answer)));
        return texts;
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
        List<Pair> pairs = fields.values().stream().flatMap(FrontMatter::pairs).toList();
        return new FrontMatter(title, first(values, "question"), first(values, "answer"), labels, pairs, end, null);
    }

    private static Stream<Pair> pairs(@Nullable Object value) {
        if (!(value instanceof List<?> items)) {
            return Stream.empty();
        }
        return items.stream().filter(Map.class::isInstance).map(item -> pair((Map<?, ?>) item))
                .filter(Objects::nonNull);
    }

    private static @Nullable Pair pair(Map<?, ?> item) {
        String question = null;
        String answer = null;
        boolean card = false;
        for (Map.Entry<?, ?> field : item.entrySet()) {
            String name = String.valueOf(field.getKey()).strip().toLowerCase(Locale.ROOT);
            if (QUESTIONS.contains(name)) {
                question = String.valueOf(field.getValue()).strip();
                card = CARDS.contains(name);
            } else if (ANSWERS.contains(name)) {
                answer = String.valueOf(field.getValue()).strip();
            }
        }
        return question == null || answer == null || question.isEmpty() ? null : new Pair(question, answer, card);
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
