package dev.qorpus.indexer.corpus.question;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file that belongs together: a question with what answers it, or text under a heading that is no
 * question, in which questions of other forms may stand.
 *
 * @param question the question, if it is one
 * @param furniture whether it stands under a heading such as "Contents", where lines that ask only name questions
 * @param section the headings above, outermost first
 * @param start offset where its text begins
 * @param end offset behind it
 */
record SourceRegion(@Nullable QuestionMarker question, boolean furniture, List<String> section, int start, int end) {

    /** A question with what answers it. */
    static SourceRegion of(QuestionMarker question, List<String> section, int start, int end) {
        return new SourceRegion(question, false, section, start, end);
    }

    boolean contains(QuestionMarker marker) {
        return marker.start() >= start && marker.start() < end;
    }
}
