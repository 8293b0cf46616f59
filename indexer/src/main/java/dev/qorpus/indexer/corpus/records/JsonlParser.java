package dev.qorpus.indexer.corpus.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.source.BoundedLines;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses JSONL in BEIR's format. Each line is an object with {@code _id}, {@code title} (the question), {@code text} (the
 * answer) and optionally {@code metadata}. The names {@code id}, {@code question} and {@code answer} are also accepted.
 * All other values become labels. Values of nested objects become labels such as {@code outer.inner}. A malformed line does not
 * affect the other lines.
 */
public final class JsonlParser implements FileParser {

    private static final String EXPECTED = "an object with \"_id\", \"title\" and \"text\"";
    private static final String METADATA = "metadata";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        RecordCollector records = new RecordCollector(file, handler);
        boolean utf8 = true;
        try (InputStream bytes = source.open()) {
            BoundedLines lines = new BoundedLines(bytes);
            for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
                try {
                    parse(line, records);
                } catch (CharacterCodingException e) {
                    // Reported once for the file, so that the index keeps what it has of it.
                    if (utf8) {
                        records.finding(Finding.Rule.UNREADABLE_FILE, line.number(),
                                "not UTF-8" + e.getMessage() + "; save the file as UTF-8");
                    }
                    utf8 = false;
                }
            }
        }
        records.end("the file is empty; write on each line " + EXPECTED);
    }

    private static void parse(BoundedLines.Line line, RecordCollector records) throws CharacterCodingException {
        if (line.tooLong()) {
            records.malformed(line.number(), "longer than " + BoundedLines.LONGEST + " bytes; split the text");
            return;
        }
        String text = line.text();
        if (text.isBlank()) {
            return;
        }
        try {
            JsonNode object = JSON.readTree(text);
            if (object.isObject()) {
                fields(object).emit(line.number(), records);
            } else {
                records.malformed(line.number(), "not " + EXPECTED);
            }
        } catch (JacksonException e) {
            records.malformed(line.number(), "not valid JSON; write on each line " + EXPECTED);
        }
    }

    private static NamedFields fields(JsonNode object) {
        NamedFields fields = new NamedFields();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equals(METADATA) && field.getValue().isObject()) {
                nested("", field.getValue(), fields);
            } else if (isNested(field.getValue())) {
                nested(field.getKey() + ".", field.getValue(), fields);
            } else {
                fields.add(field.getKey(), values(field.getValue()));
            }
        }
        return fields;
    }

    private static boolean isNested(JsonNode node) {
        return node.isObject() || (node.isArray() && node.valueStream().anyMatch(JsonlParser::isNested));
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
