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

    /** The texts of a question and of the passages of its answer. */
    public static EmbeddedTexts of(String question, String answer, List<Passage> passages) {
        return new EmbeddedTexts(question,
                passages.stream().map(passage -> question + "\n" + passage.of(answer)).toList());
    }

    /** All of them, the question first. */
    public List<String> all() {
        return Stream.concat(Stream.of(question), passages.stream()).toList();
    }
}
