package dev.qorpus.indexer.corpus.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.source.BoundedLines;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses JSONL in BEIR's format. Each line is an object with {@code _id}, {@code title} (the question), {@code text} (the
 * answer) and optionally {@code metadata}, or with other names that people use ({@link FieldName}). All other values become
 * labels. Values of nested objects become labels such as {@code outer.inner}. A malformed line does not affect the other
 * lines.
 */
public final class JsonlParser implements FileParser {

    private static final String EXPECTED = "an object with \"_id\", \"title\" and \"text\"";

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
                NamedFields fields = JsonFields.of(object);
                if (records.entries() == 0 && !fields.hasAnswerField()) {
                    records.withoutAnswers("no field of the lines is an answer; the first line has "
                            + object.propertyNames() + "; name one of them " + FieldName.ANSWER_NAMES);
                } else if (fields.hasAnswerField()) {
                    records.withoutAnswers("");
                }
                fields.emit(line.number(), records);
            } else {
                records.malformed(line.number(), "not " + EXPECTED);
                records.leftOut(LeftOutRule.MALFORMED, text);
            }
        } catch (JacksonException e) {
            records.malformed(line.number(), "not valid JSON; write on each line " + EXPECTED);
            records.leftOut(LeftOutRule.MALFORMED, text);
        }
    }
}
