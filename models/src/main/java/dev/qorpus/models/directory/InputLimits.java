package dev.qorpus.models.directory;

import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.directory.file.DirectoryFiles;

/**
 * What a transformer does to its input before the graph.
 *
 * @param maxTokens the longest input in tokens
 * @param lowerCase whether texts are put in lower case
 */
record InputLimits(int maxTokens, boolean lowerCase) {

    private static final int USUAL = 512;
    /** Their positions begin behind that of the padding. */
    private static final Set<String> PADDED = Set.of("roberta", "xlm-roberta", "camembert", "mpnet", "xlm-roberta-xl");

    static InputLimits read(DirectoryFiles files, ModuleList.Module transformer) {
        JsonNode settings = files.json(transformer.file("sentence_bert_config.json"));
        int named = settings.path("max_seq_length").asInt(0);
        return new InputLimits(named > 0 ? named : longest(files, transformer),
                settings.path("do_lower_case").asBoolean(false));
    }

    /** The same with at most so many tokens; 0 for no other limit. */
    InputLimits atMost(int tokens) {
        return tokens > 0 && tokens < maxTokens ? new InputLimits(tokens, lowerCase) : this;
    }

    /** As sentence-transformers does: the lower of what the graph and the tokenizer allow. */
    private static int longest(DirectoryFiles files, ModuleList.Module transformer) {
        JsonNode config = files.json(transformer.file("config.json"));
        int positions = config.path("max_position_embeddings").asInt(0);
        if (positions > 2 && PADDED.contains(config.path("model_type").asString(""))) {
            positions -= 2;
        }
        // Without a limit, this is a number of 31 digits.
        double allowed = files.json(transformer.file("tokenizer_config.json")).path("model_max_length").asDouble(0);
        int longest = positions > 0 ? positions : USUAL;
        return allowed >= 1 && allowed < longest ? (int) allowed : longest;
    }
}
