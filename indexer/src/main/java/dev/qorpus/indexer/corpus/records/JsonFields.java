package dev.qorpus.indexer.corpus.records;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.records.FieldName.Role;

/**
 * Reads the fields of a JSON object. Answers may be a text, a list of texts, a list of objects with a text and a score, or
 * an object of lists, as in SQuAD. The turns of a chat are a question and its answers.
 */
final class JsonFields {

    private static final String METADATA = "metadata";
    private static final Set<String> CHATS = Set.of("messages", "conversations", "conversation");
    private static final Set<String> USERS = Set.of("user", "human", "prompter");
    private static final List<String> TEXTS = List.of("text", "body", "content", "answer", "value", "body_markdown",
            "response", "markdown", "html");
    private static final List<String> SCORES = List.of("score", "votes", "upvotes", "up_votes", "points", "vote_count",
            "pm_score", "likes");
    private static final List<String> ACCEPTED = List.of("accepted", "is_accepted", "isaccepted", "selected", "best");

    private JsonFields() {}

    /** The fields of an object. */
    static NamedFields of(JsonNode object) {
        NamedFields fields = new NamedFields();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            add(field.getKey(), field.getValue(), fields);
        }
        return fields;
    }

    private static void add(String key, JsonNode value, NamedFields fields) {
        FieldName name = FieldName.of(key);
        if (key.equals(METADATA) && value.isObject()) {
            nested("", value, fields);
        } else if (!isNested(value)) {
            fields.add(name, values(value));
        } else if (CHATS.contains(key) && value.isArray()) {
            chat(value, fields);
        } else if (name.role() == Role.ANSWER && replies(value, fields)) {
            // The answers are added.
        } else {
            nested(key + ".", value, fields);
        }
    }

    /** Adds answers that are objects. Returns whether there were any. */
    private static boolean replies(JsonNode value, NamedFields fields) {
        boolean found = false;
        for (JsonNode reply : value.isArray() ? value.values() : List.of(value)) {
            JsonNode text = reply.isObject() ? child(reply, TEXTS) : reply;
            if (text != null) {
                JsonNode score = child(reply, SCORES);
                JsonNode accepted = child(reply, ACCEPTED);
                for (String each : values(text)) {
                    fields.addReply(each, score != null && score.isNumber() ? (Long) score.longValue() : null,
                            accepted != null && accepted.asBoolean(false));
                    found = true;
                }
            }
        }
        return found;
    }

    private static void chat(JsonNode turns, NamedFields fields) {
        boolean asked = false;
        for (JsonNode turn : turns) {
            JsonNode role = child(turn, List.of("role", "from"));
            JsonNode content = child(turn, List.of("content", "value", "text"));
            if (role != null && content != null && content.isString()) {
                boolean user = USERS.contains(role.asString("").toLowerCase(Locale.ROOT));
                if (user && !asked) {
                    fields.add(FieldName.of("question"), List.of(content.asString()));
                    asked = true;
                } else if (asked) {
                    fields.add(FieldName.of("answer"), List.of(content.asString()));
                }
            }
        }
    }

    private static @Nullable JsonNode child(JsonNode object, List<String> names) {
        if (object.isObject()) {
            for (String name : names) {
                JsonNode child = object.get(name);
                if (child != null && !child.isNull()) {
                    return child;
                }
            }
        }
        return null;
    }

    private static boolean isNested(JsonNode node) {
        return node.isObject() || (node.isArray() && node.valueStream().anyMatch(JsonFields::isNested));
    }

    /** Adds the values of nested objects by their path, for example {@code author.name}. */
    private static void nested(String path, JsonNode node, NamedFields fields) {
        if (node.isArray()) {
            node.forEach(item -> nested(path, item, fields));
        } else if (node.isValueNode()) {
            fields.addMetadata(path.substring(0, path.length() - 1), values(node));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isNested(field.getValue())) {
                nested(path + field.getKey() + ".", field.getValue(), fields);
            } else {
                fields.addMetadata(path + field.getKey(), values(field.getValue()));
            }
        }
    }

    private static List<String> values(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().flatMap(item -> values(item).stream()).toList();
        }
        return node.isValueNode() && !node.isNull() ? List.of(node.asString()) : List.of();
    }
}
