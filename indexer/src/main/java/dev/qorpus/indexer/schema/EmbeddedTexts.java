package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of one entry that models embed.
 *
 * @param question the question's
 * @param passages each passage's, the question before it for context
 */
public record EmbeddedTexts(String question, List<String> passages) {

    /** All of them, the question first. */
    public List<String> all() {
        return Stream.concat(Stream.of(question), passages.stream()).toList();
    }
}
