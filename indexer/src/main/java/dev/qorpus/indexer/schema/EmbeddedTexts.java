package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of one entry that are embedded.
 *
 * @param question the text of the question
 * @param passages the text of each passage, with the question before it as context
 */
public record EmbeddedTexts(String question, List<String> passages) {

    /** The texts of a question and the passages of its answer. */
    public static EmbeddedTexts of(String question, String answer, List<Passage> passages) {
        return new EmbeddedTexts(question,
                passages.stream().map(passage -> question + "\n" + passage.of(answer)).toList());
    }

    /** All texts, the question first. */
    public List<String> all() {
        return Stream.concat(Stream.of(question), passages.stream()).toList();
    }
}
