package dev.qorpus.models.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the vocabulary of a tokenizer of BERT in small letters from its JSON file. */
final class PieceVocabulary {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PieceVocabulary() {}

    /** The word pieces in the order of their ids. */
    static List<String> read(Path file) throws IOException {
        try {
            JsonNode tokenizer = JSON.readTree(Files.readAllBytes(file));
            JsonNode model = tokenizer.path("model");
            JsonNode normalizer = tokenizer.path("normalizer");
            if (!model.path("type").asString("WordPiece").equals("WordPiece")
                    || !normalizer.path("type").asString("").equals("BertNormalizer")
                    || !normalizer.path("lowercase").asBoolean(false)) {
                throw new IOException(file.getFileName() + " is no tokenizer of BERT in small letters");
            }
            JsonNode vocabulary = model.path("vocab");
            List<String> pieces = new ArrayList<>(Collections.nCopies(vocabulary.size(), ""));
            vocabulary.properties().forEach(piece -> pieces.set(piece.getValue().asInt(), piece.getKey()));
            return pieces;
        } catch (JacksonException | IndexOutOfBoundsException e) {
            throw new IOException(file.getFileName() + " has no vocabulary: " + e.getMessage(), e);
        }
    }
}
