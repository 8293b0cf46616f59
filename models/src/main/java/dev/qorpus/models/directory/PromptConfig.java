package dev.qorpus.models.directory;

import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.directory.file.DirectoryFiles;

/**
 * The prompts of a model, and the number of dimensions that its authors keep.
 *
 * @param query the text before a question
 * @param passage the text before a passage
 * @param dimensions the number of dimensions to keep, or 0 for all
 */
record PromptConfig(String query, String passage, int dimensions) {

    static final String FILE = "config_sentence_transformers.json";
    /** The names that models use, the most frequent first. */
    private static final List<String> QUERY = List.of("query", "search_query", "web_search_query", "retrieval.query",
            "s2p_query");
    private static final List<String> PASSAGE = List.of("document", "passage", "corpus", "search_document",
            "retrieval.passage", "retrieval.document");

    static PromptConfig read(DirectoryFiles files) {
        JsonNode config = files.json(FILE);
        JsonNode prompts = config.path("prompts");
        String standard = "";
        String named = config.path("default_prompt_name").asString("");
        if (!named.isEmpty()) {
            if (!prompts.has(named)) {
                throw files.failure(FILE + " names the default prompt " + named + ", but has only "
                        + prompts.propertyNames() + "; correct one of the two");
            }
            standard = prompts.path(named).asString("");
        }
        return new PromptConfig(first(prompts, QUERY, standard), first(prompts, PASSAGE, standard),
                config.path("truncate_dim").asInt(0));
    }

    private static String first(JsonNode prompts, List<String> names, String otherwise) {
        return names.stream().filter(prompts::has).findFirst().map(name -> prompts.path(name).asString(""))
                .orElse(otherwise);
    }
}
