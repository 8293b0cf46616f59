package dev.qorpus.indexer.corpus.entry;

import java.util.List;

/**
 * What an entry inherits from its document.
 *
 * @param title the title of the document; empty if it has none that tells something
 * @param section the headings above the entry, outermost first, without the title
 */
public record Context(String title, List<String> section) {

    /** No title and no headings. */
    public static final Context NONE = new Context("", List.of());

    /** Copies the list. */
    public Context {
        section = List.copyOf(section);
    }
}
