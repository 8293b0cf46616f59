package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Collects the questions and cards that are listed in front matter, at any depth. */
final class FrontMatterPairs {

    private static final Set<String> QUESTIONS = Set.of("question", "q", "front", "term", "frage", "pregunta",
            "pergunta",
            "domanda", "vraag", "prompt", "вопрос", "问题", "質問");
    private static final Set<String> ANSWERS = Set.of("answer", "a", "back", "definition", "antwort", "respuesta",
            "resposta", "risposta", "réponse", "antwoord", "response", "ответ", "答案", "回答");
    private static final Set<String> CARDS = Set.of("front", "term");
    /** Lists of cards, whose items may be called question and answer. */
    private static final Set<String> DECKS = Set.of("cards", "flashcards", "anki", "deck");
    /** Lists of questions, whose items may be called title and content. */
    private static final Set<String> FAQS = Set.of("faq", "faqs", "questions", "q&a", "qa", "qna", "preguntas",
            "fragen",
            "perguntas", "domande", "вопросы");
    private static final Set<String> TITLES = Set.of("title", "name", "heading", "label", "summary");
    private static final Set<String> CONTENTS = Set.of("content", "text", "body", "description", "value", "details");
    private static final Set<String> NAMES = Set.of("title", "name", "category", "section", "topic", "heading");
    private static final Set<String> TAGS = Set.of("tags", "tag");
    /** Deeper lists are no questions. */
    private static final int DEEPEST = 20;

    private final List<FrontMatter.Pair> pairs = new ArrayList<>();

    private FrontMatterPairs() {}

    /** The pairs below the fields of front matter. */
    static List<FrontMatter.Pair> of(Map<?, ?> fields) {
        FrontMatterPairs found = new FrontMatterPairs();
        fields.forEach((name, value) -> found.read(name(name), value, List.of(), 0));
        return found.pairs;
    }

    private void read(String name, @Nullable Object value, List<String> above, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof List<?> items) {
            for (Object item : items) {
                if (DECKS.contains(name) && item instanceof List<?> sides && sides.size() == 2) {
                    add(String.valueOf(sides.getFirst()), String.valueOf(sides.getLast()), true, List.of(), above);
                } else {
                    read(name, item, above, depth + 1);
                }
            }
        } else if (value instanceof Map<?, ?> fields && !pair(name, fields, above)) {
            String title = fields.entrySet().stream()
                    .filter(field -> NAMES.contains(name(field.getKey())) && field.getValue() instanceof String)
                    .map(field -> String.valueOf(field.getValue()).strip()).findFirst().orElse("");
            List<String> below = title.isEmpty() ? above : Stream.concat(above.stream(), Stream.of(title)).toList();
            fields.forEach((key, inner) -> {
                if (inner instanceof List<?> || inner instanceof Map<?, ?>) {
                    read(name(key), inner, below, depth + 1);
                }
            });
        }
    }

    /** Adds the pair of an object. Returns whether it is one. */
    private boolean pair(String list, Map<?, ?> item, List<String> above) {
        String question = "";
        String answer = null;
        boolean card = DECKS.contains(list);
        List<String> tags = List.of();
        for (Map.Entry<?, ?> field : item.entrySet()) {
            String name = name(field.getKey());
            String value = text(field.getValue());
            if (QUESTIONS.contains(name)) {
                question = value;
                card |= CARDS.contains(name);
            } else if (ANSWERS.contains(name)) {
                answer = value;
            } else if (FAQS.contains(list) && TITLES.contains(name) && question.isEmpty()) {
                question = value;
            } else if (FAQS.contains(list) && CONTENTS.contains(name) && answer == null) {
                answer = value;
            } else if (TAGS.contains(name)) {
                tags = List.of(value.split("\\s*[,\\n]\\s*"));
            }
        }
        return answer != null && add(question, answer, card, tags, above);
    }

    private boolean add(String question, String answer, boolean card, List<String> tags, List<String> above) {
        String line = question.strip().replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            List<String> filled = tags.stream().filter(tag -> !tag.isBlank()).toList();
            pairs.add(new FrontMatter.Pair(line, answer.strip(), card, new FrontMatter.Around(filled, above)));
        }
        return !line.isEmpty();
    }

    private static String text(@Nullable Object value) {
        return value instanceof List<?> items
                ? String.join("\n", items.stream().map(String::valueOf).toList())
                : value == null ? "" : String.valueOf(value).strip();
    }

    private static String name(@Nullable Object key) {
        return String.valueOf(key).strip().toLowerCase(Locale.ROOT);
    }
}
