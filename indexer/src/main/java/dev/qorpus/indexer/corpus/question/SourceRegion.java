package dev.qorpus.indexer.corpus.question;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A region of a file: the answer of a question, or the text under a heading that is no question. Such text may contain
 * questions of other forms.
 *
 * @param question the question that the region answers, if any
 * @param boilerplate whether the region is under a heading such as "Contents", where lines only list questions
 * @param section the headings above, outermost first
 * @param start the offset of its text
 * @param end the offset behind its text
 */
record SourceRegion(@Nullable QuestionMarker question, boolean boilerplate, List<String> section, int start, int end) {

    /** The answer of a question. */
    static SourceRegion of(QuestionMarker question, List<String> section, int start, int end) {
        return new SourceRegion(question, false, section, start, end);
    }
}
