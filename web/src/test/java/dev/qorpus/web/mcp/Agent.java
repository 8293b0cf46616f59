package dev.qorpus.web.mcp;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** A client of an agent, in either era. */
interface Agent extends AutoCloseable {

    /** What a tool returned. */
    record Called(boolean failed, String text, JsonNode structured) {}

    /** The list of tools, as JSON. */
    JsonNode tools();

    /** What the server tells a model of itself. */
    String instructions();

    Called call(String tool, Map<String, Object> arguments);

    /** The text of a resource. */
    String read(String uri);

    /** The templates of resources. */
    List<String> templates();

    /** Completions of the id of an entry. */
    List<String> completeEntry(String typed);

    /** The names of the prompts. */
    List<String> prompts();

    /** The message that a prompt makes. */
    String prompt(String name, Map<String, String> arguments);

    @Override
    void close();
}
