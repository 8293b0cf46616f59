package dev.qorpus.models.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of a tokenizer of Hugging Face's library.
 *
 * @param tokens the tokens by id
 */
record TokenVocabulary(Map<Integer, String> tokens) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A piece of a word, without the sign for a blank before it. */
    private static final Pattern WORD = Pattern.compile("[▁Ġ]?\\p{L}{2,}");

    /** Reads the vocabulary: an object in WordPiece and BPE, a list of pieces with their probabilities in Unigram. */
    static TokenVocabulary read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            JsonNode file = JSON.readTree(in);
            JsonNode vocabulary = file.path("model").path("vocab");
            Map<Integer, String> tokens = new HashMap<>();
            if (vocabulary.isArray()) {
                for (JsonNode piece : vocabulary.values()) {
                    tokens.put(tokens.size(), piece.path(0).asString(""));
                }
            } else {
                vocabulary.properties().forEach(entry -> tokens.put(entry.getValue().asInt(0), entry.getKey()));
            }
            for (JsonNode added : file.path("added_tokens").values()) {
                tokens.put(added.path("id").asInt(0), added.path("content").asString(""));
            }
            return new TokenVocabulary(tokens);
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    /** The id of a token, if there is such a token. */
    Optional<Integer> id(String token) {
        return tokens.entrySet().stream().filter(entry -> entry.getValue().equals(token)).map(Map.Entry::getKey)
                .findFirst();
    }

    /** The number of ids, up to the highest. */
    int size() {
        return tokens.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
    }

    /** The lowest id of a token with at least two letters; vocabularies are in the order of frequency from there. */
    int firstWord() {
        return tokens.entrySet().stream().filter(entry -> WORD.matcher(entry.getValue()).matches())
                .mapToInt(Map.Entry::getKey).min().orElse(0);
    }
}
