package dev.qorpus.web.serve.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of {@code queries.jsonl}. Lines that cannot be read are kept, and never matched. */
final class QuestionLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHORTEST_ID = 12;
    private static final int LONGEST_ID = 64;

    private final KeptLines lines;
    /** The first line of each question, by its key. */
    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * A question in the file.
     *
     * @param plain whether it has no other fields, as the lines have that judging writes
     */
    private record Known(int line, String id, boolean plain) {}

    QuestionLines(String text) {
        this.lines = new KeptLines(text);
        index();
    }

    private void index() {
        known.clear();
        ids.clear();
        List<String> contents = lines.contents();
        for (int i = 0; i < contents.size(); i++) {
            JsonNode object = parsed(contents.get(i));
            String id = object.path("_id").asString("");
            NormalizedQuestion asked = NormalizedQuestion.lenient(object.path("text").asString(""));
            ids.add(id);
            // An id with a tab cannot be named in qrels.tsv.
            if (!id.isBlank() && !asked.key().isEmpty() && id.chars().noneMatch(Character::isISOControl)) {
                known.putIfAbsent(asked.key(), new Known(i, id, object.size() == 2));
            }
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line.isBlank() ? "{}" : line);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    /** The id of a question; empty if it is not in the file. */
    Optional<String> id(NormalizedQuestion asked) {
        return Optional.ofNullable(known.get(asked.key())).map(Known::id);
    }

    /** The id of a question, which is added if it is not in the file. */
    String idOf(NormalizedQuestion asked) {
        return id(asked).orElseGet(() -> add(asked));
    }

    private String add(NormalizedQuestion asked) {
        int digits = SHORTEST_ID;
        while (ids.contains(asked.id(digits)) && digits < LONGEST_ID) {
            digits++;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_id", asked.id(digits));
        fields.put("text", asked.text());
        lines.add(JSON.writeValueAsString(fields));
        known.put(asked.key(), new Known(lines.contents().size() - 1, asked.id(digits), true));
        ids.add(asked.id(digits));
        return asked.id(digits);
    }

    /** Removes a question if judging added it. */
    void removeOwn(NormalizedQuestion asked) {
        Known there = known.get(asked.key());
        if (there != null && there.plain() && asked.isOwnId(there.id())) {
            lines.remove(there.line());
            index();
        }
    }

    String text() {
        return lines.text();
    }
}
