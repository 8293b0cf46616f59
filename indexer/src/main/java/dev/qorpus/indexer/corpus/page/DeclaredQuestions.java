package dev.qorpus.indexer.corpus.page;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The questions that a page declares in the vocabulary of schema.org, as JSON-LD or as microdata. */
final class DeclaredQuestions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 50;

    private final Map<String, String> questions = new LinkedHashMap<>();

    private DeclaredQuestions() {}

    /** The questions with their answers, which are HTML. */
    static Map<String, String> of(Document page) {
        DeclaredQuestions declared = new DeclaredQuestions();
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                declared.collect(JSON.readTree(script.data()), 0);
            } catch (JacksonException e) {
                // A page with a broken script is still read.
            }
        }
        for (Element question : page.select("[itemtype$=schema.org/Question]")) {
            Element name = question.selectFirst("[itemprop=name]");
            Element answer = question.selectFirst("[itemprop=acceptedAnswer] [itemprop=text], [itemprop=text]");
            if (name != null) {
                declared.add(name.text(), answer == null ? "" : answer.html());
            }
        }
        return declared.questions;
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject() && isType(node.path("@type"), "Question")) {
            JsonNode name = node.has("name") ? node.path("name") : node.path("text");
            StringBuilder answers = new StringBuilder();
            for (String property : new String[]{"acceptedAnswer", "suggestedAnswer"}) {
                JsonNode answer = node.path(property);
                for (JsonNode each : answer.isArray() ? answer.values() : java.util.List.of(answer)) {
                    if (each.path("text").isString()) {
                        answers.append("<div>").append(each.path("text").asString()).append("</div>");
                    }
                }
            }
            if (name.isString()) {
                add(org.jsoup.Jsoup.parseBodyFragment(name.asString()).text(), answers.toString());
            }
        } else if (node.isContainer()) {
            node.forEach(child -> collect(child, depth + 1));
        }
    }

    private static boolean isType(JsonNode type, String name) {
        return type.isArray()
                ? type.valueStream().anyMatch(each -> isType(each, name))
                : type.isString() && type.asString().replaceFirst("\\Ahttps?://schema.org/", "").equals(name);
    }

    private void add(String question, String answer) {
        if (!question.isBlank()) {
            questions.putIfAbsent(question.strip(), answer);
        }
    }
}
