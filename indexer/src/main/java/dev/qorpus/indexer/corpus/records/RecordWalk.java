package dev.qorpus.indexer.corpus.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.records.FieldName.Role;

/**
 * Finds the questions and answers in a tree: objects that have a question, at any depth, and objects that map questions to
 * answers. The names of the objects around them are their section. A text that several questions of an object are about, as
 * in SQuAD, goes with each of them.
 */
final class RecordWalk {

    private static final List<String> NAMES = List.of("title", "name", "category", "topic", "section", "heading",
            "label");

    /** What objects around a record say about it. */
    private record Around(List<String> section, String text) {
        Around within(String name, String shared) {
            List<String> below = new ArrayList<>(section);
            if (!name.isBlank()) {
                below.add(name.strip());
            }
            return new Around(below, shared.isBlank() ? text : shared);
        }
    }

    private final LocatedTree tree;
    private final RecordCollector records;

    RecordWalk(LocatedTree tree, RecordCollector records) {
        this.tree = tree;
        this.records = records;
    }

    /** Hands on all records of the tree. */
    void all() {
        tree.roots().forEach(root -> walk(root, new Around(List.of(), "")));
    }

    private void walk(JsonNode node, Around around) {
        if (node.isArray()) {
            node.forEach(item -> walk(item, around));
        } else if (node.isObject()) {
            if (isRecord(node)) {
                emit(node, around);
            } else if (isMap(node)) {
                node.properties().forEach(pair -> pair(node, pair, around));
            } else {
                below(node, around);
            }
        }
    }

    private void below(JsonNode node, Around around) {
        String name = NAMES.stream().map(node::path).filter(JsonNode::isString).map(value -> value.asString(""))
                .findFirst().orElse("");
        Around within = around.within(name, node.path("context").asString(""));
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isContainer()) {
                walk(field.getValue(), within);
            }
        }
    }

    private void emit(JsonNode node, Around around) {
        NamedFields fields = JsonFields.of(node);
        if (!around.text.isEmpty()) {
            fields.add(FieldName.of("context"), List.of(around.text));
        }
        if (!around.section.isEmpty()) {
            fields.add(FieldName.of("section"), around.section);
        }
        fields.isItem(records.entries() + 1);
        fields.emit(tree.line(node), records);
    }

    private void pair(JsonNode node, Map.Entry<String, JsonNode> pair, Around around) {
        NamedFields fields = new NamedFields();
        fields.add(FieldName.of("question"), List.of(pair.getKey()));
        fields.add(FieldName.of("answer"), List.of(pair.getValue().asString("")));
        if (!around.section.isEmpty()) {
            fields.add(FieldName.of("section"), around.section);
        }
        fields.isItem(records.entries() + 1);
        fields.emit(tree.line(node), records);
    }

    /** Whether an object is a question with its answer. Names such as "title" say so only beside an answer. */
    static boolean isRecord(JsonNode object) {
        boolean asks = false;
        boolean mayAsk = false;
        boolean answers = false;
        boolean texts = false;
        boolean chat = false;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            FieldName name = FieldName.of(field.getKey());
            boolean text = field.getValue().isString() && !field.getValue().asString().isBlank();
            asks |= text && name.role() == Role.QUESTION && name.isPlainQuestion();
            mayAsk |= text && name.role() == Role.QUESTION;
            answers |= name.role() == Role.ANSWER;
            texts |= name.mayBeAnswer();
            chat |= (field.getKey().equals("messages") || field.getKey().equals("conversations"))
                    && field.getValue().isArray() && field.getValue().path(0).isObject();
        }
        return (asks && texts) || (mayAsk && answers) || chat || (asks && object.size() <= 3);
    }

    /** Whether an object maps questions to answers. */
    private static boolean isMap(JsonNode object) {
        return !object.isEmpty() && object.properties().stream()
                .allMatch(pair -> pair.getValue().isString() && pair.getKey().matches(".*\\S\\s+\\S.*[?？؟]\\s*"));
    }
}
