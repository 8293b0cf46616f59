package dev.qorpus.indexer.corpus.section;

import java.util.List;

/**
 * Text of a file that is in no question, under one heading.
 *
 * @param heading the index of its heading; -1 for text before the first heading
 * @param above the headings above, outermost first
 * @param pieces the places of its text, in order
 * @param divides whether there are questions under its heading, so that the text only introduces or follows them
 */
public record Section(int heading, List<String> above, List<Place> pieces, boolean divides) {

    /** Copies the lists. */
    public Section {
        above = List.copyOf(above);
        pieces = List.copyOf(pieces);
    }
}
