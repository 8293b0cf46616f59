package dev.qorpus.indexer.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.Entry;

/**
 * The texts of one entry that are embedded. The question comes with its context, because the same question in two
 * documents is not the same. A passage comes with the question alone: see
 * docs/adr/0061-an-entry-knows-its-document.md.
 *
 * @param question the text of the question, after the title of its document and the headings above it
 * @param passages the text of each passage, with the question before it
 */
public record EmbeddedTexts(String question, List<String> passages) {

    /** The longest context in characters, so that a model reads the question that follows. */
    private static final int LONGEST_CONTEXT = 200;

    /** The texts of an entry and of the passages of its answer. */
    public static EmbeddedTexts of(Entry entry, List<Passage> passages) {
        String question = entry.question();
        String answer = entry.answer().text();
        return new EmbeddedTexts(withContext(entry),
                passages.stream().map(passage -> question + "\n" + passage.of(answer)).toList());
    }

    /** Whether the question is embedded without a context, so that its vector is that of the question alone. */
    public static boolean isWithoutContext(Entry entry) {
        return withContext(entry).equals(entry.question());
    }

    private static String withContext(Entry entry) {
        List<String> lines = new ArrayList<>(List.of(entry.question()));
        int room = LONGEST_CONTEXT - entry.title().length();
        // The innermost headings tell most.
        for (String heading : entry.section().reversed()) {
            room -= heading.length();
            if (room >= 0) {
                lines.addFirst(heading);
            }
        }
        if (!entry.title().isEmpty() && entry.title().length() <= LONGEST_CONTEXT) {
            lines.addFirst(entry.title());
        }
        return String.join("\n", lines);
    }

    /** All texts, the question first. */
    public List<String> all() {
        return Stream.concat(Stream.of(question), passages.stream()).toList();
    }
}
