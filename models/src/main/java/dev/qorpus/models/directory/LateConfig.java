package dev.qorpus.models.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.recipe.LateRecipe;

/**
 * What a directory says of a model that was made for late interaction, in the layout of PyLate or of ColBERT.
 *
 * @param recipe how it reads texts
 * @param maxTokens the longest passage in tokens, without its marker; 0 if that is not said
 * @param dimension the number of floats in the vector of a token; 0 if that is not said
 */
record LateConfig(LateRecipe recipe, int maxTokens, int dimension) {

    /** The file of ColBERT's own layout. */
    static final String ARTIFACT = "artifact.metadata";
    private static final List<String> MASKS = List.of("[MASK]", "<mask>", "<|mask|>");

    /** Empty for other models. */
    static Optional<LateConfig> read(DirectoryFiles files, Path tokenizer) {
        JsonNode pylate = files.json(PromptConfig.FILE);
        if (pylate.has("query_prefix") && pylate.has("document_prefix")) {
            boolean fills = pylate.path("do_query_expansion").asBoolean(true);
            return Optional.of(of(files, tokenizer, PromptConfig.FILE, pylate.path("query_prefix").asString(""),
                    pylate.path("document_prefix").asString(""), fills ? pylate.path("query_length").asInt(0) : 0,
                    pylate.path("document_length").asInt(0), pylate.path("attend_to_expansion_tokens").asBoolean(false),
                    0));
        }
        JsonNode colbert = files.json(ARTIFACT);
        if (colbert.has("query_token_id") && colbert.has("doc_token_id")) {
            return Optional.of(of(files, tokenizer, ARTIFACT, colbert.path("query_token_id").asString(""),
                    colbert.path("doc_token_id").asString(""), colbert.path("query_maxlen").asInt(0),
                    colbert.path("doc_maxlen").asInt(0), colbert.path("attend_to_mask_tokens").asBoolean(false),
                    colbert.path("dim").asInt(0)));
        }
        return Optional.empty();
    }

    private static LateConfig of(DirectoryFiles files, Path tokenizer, String file, String query, String passage,
            int queryLength, int maxTokens, boolean attended, int dimension) {
        TokenVocabulary vocabulary = vocabulary(files, tokenizer);
        Optional<Integer> mask = MASKS.stream().flatMap(name -> vocabulary.id(name).stream()).findFirst();
        return new LateConfig(new LateRecipe(marker(files, vocabulary, file, query),
                marker(files, vocabulary, file, passage), mask.isEmpty() ? 0 : queryLength, mask.orElse(0), attended),
                Math.max(0, maxTokens - 1), dimension);
    }

    private static TokenVocabulary vocabulary(DirectoryFiles files, Path tokenizer) {
        try {
            return TokenVocabulary.read(tokenizer);
        } catch (IOException e) {
            throw files.unreadable(files.name(tokenizer), e);
        }
    }

    private static int marker(DirectoryFiles files, TokenVocabulary vocabulary, String file, String text) {
        return Stream.of(text, text.strip()).flatMap(name -> vocabulary.id(name).stream()).findFirst()
                .orElseThrow(() -> files.failure(file + " names the marker '" + text
                        + "', which tokenizer.json does not have as a token; fetch both again"));
    }
}
