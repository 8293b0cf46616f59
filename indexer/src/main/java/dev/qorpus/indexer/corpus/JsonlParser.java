package dev.qorpus.indexer.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a corpus in BEIR's layout: one object a line with {@code _id}, {@code title} (the question),
 * {@code text} (the answer) and optionally {@code metadata}, whose values become labels and the section. Lines
 * are handed on as they are read.
 */
final class JsonlParser implements FileParser {

    /** Longer ids no engine takes as a term. */
    private static final int LONGEST_ID = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        InputStream bytes = source.open();
        BufferedReader lines = Utf8.reader(bytes);
        int number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    parse(file, number, line, handler);
                }
            }
        } catch (CharacterCodingException e) {
            throw Utf8.inLine(number + 1);
        }
        if (number == 0) {
            handler.finding(new Finding(Finding.Rule.FILE_WITHOUT_QUESTION, file, 1, null, "the file is empty"));
        }
    }

    private static void parse(String file, int number, String line, CorpusHandler handler) {
        String wanted = "not an object with \"_id\", \"title\" and \"text\"";
        try {
            JsonNode object = JSON.readTree(line);
            String id = object.path("_id").asString("");
            String title = object.path("title").asString("");
            String text = object.path("text").asString("");
            if (id.isBlank() || id.length() > LONGEST_ID || (title.isBlank() && text.isBlank())) {
                handler.finding(new Finding(Finding.Rule.MALFORMED_LINE, file, number, null, wanted));
                return;
            }
            Entry entry = entry(file, number, id, title.isBlank() ? beginning(text) : title.strip(), text.strip(),
                    object);
            handler.entry(entry);
            if (!entry.answered()) {
                handler.finding(new Finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, file, number, entry.id(),
                        "'" + entry.question() + "' has no answer yet"));
            }
        } catch (JacksonException e) {
            handler.finding(new Finding(Finding.Rule.MALFORMED_LINE, file, number, null, "not JSON; " + wanted));
        }
    }

    private static Entry entry(String file, int line, String id, String question, String answer, JsonNode object) {
        SortedMap<String, List<String>> labels = new TreeMap<>();
        List<String> section = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.path("metadata").properties()) {
            List<String> values = values(field.getValue());
            if (field.getKey().equals("section")) {
                section.addAll(values);
            } else if (!values.isEmpty()) {
                labels.put(field.getKey(), values);
            }
        }
        // The text is kept as it is, since nothing says whether it is Markdown; a page renders it as if it were.
        return new Entry(new EntryId(id), null, question, new Answer(answer, answer), section, labels, file, line);
    }

    private static List<String> values(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().flatMap(item -> values(item).stream()).toList();
        }
        return node.isValueNode() && !node.isNull() && !node.asString().isBlank()
                ? List.of(node.asString())
                : List.of();
    }

    /** A title for text that has none: its first words. */
    private static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.length() <= 80 ? line.length() : Math.max(line.lastIndexOf(' ', 80), 20);
        return end == line.length() ? line : line.substring(0, end) + " …";
    }
}
