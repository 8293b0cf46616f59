package dev.qorpus.indexer.corpus;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file that belongs together: a question with what answers it, or text under a heading that is no
 * question, in which questions of other forms may stand.
 *
 * @param question the question, if it is one
 * @param section the headings above, outermost first
 * @param start offset where its text begins
 * @param end offset behind it
 */
record Stretch(@Nullable Marker question, List<String> section, int start, int end) {

    boolean contains(Marker marker) {
        return marker.start() >= start && marker.start() < end;
    }
}
