package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The token for text that a tokenizer has no other token for, as its JSON file names it: WordPiece and BPE give its text,
 * Unigram gives its id. Byte-level tokenizers have none.
 *
 * @param text the text, or null
 * @param id the id, or -1
 */
record UnknownToken(@Nullable String text, int id) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads a tokenizer's file up to its vocabulary, which is the largest part and comes last. */
    static UnknownToken of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file); JsonParser parser = JSON.createParser(in)) {
            String text = null;
            int id = -1;
            boolean inModel = false;
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("model") && value == JsonToken.START_OBJECT) {
                    inModel = true;
                } else if (inModel && field.equals("vocab")) {
                    break;
                } else if (inModel && field.equals("unk_token") && value == JsonToken.VALUE_STRING) {
                    text = parser.getString();
                } else if (inModel && field.equals("unk_id") && value == JsonToken.VALUE_NUMBER_INT) {
                    id = parser.getIntValue();
                } else {
                    parser.skipChildren();
                }
            }
            return new UnknownToken(text, id);
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is no valid JSON: " + e.getOriginalMessage());
        }
    }
}
