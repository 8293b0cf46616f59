package dev.qorpus.indexer.corpus.html;

import java.util.List;

import dev.qorpus.indexer.analysis.Span;

/**
 * What to mark in the HTML of an answer. Offsets count UTF-16 code units.
 *
 * @param text the plain text of the answer, which the offsets refer to
 * @param passage the passage to mark; an empty range marks none
 * @param words the words to mark, in order, not overlapping
 */
public record AnswerMarks(String text, Span passage, List<Span> words) {

    /** Marks nothing. */
    public static final AnswerMarks NONE = new AnswerMarks("", new Span(0, 0), List.of());

    boolean isEmpty() {
        return words.isEmpty() && passage.start() >= passage.end();
    }

    /** The same marks in another text with mostly the same words. What the other text lacks is not marked. */
    AnswerMarks in(String other) {
        if (text.equals(other)) {
            return this;
        }
        WordAlignment alignment = WordAlignment.of(text, other);
        return new AnswerMarks(other, alignment.map(passage),
                words.stream().map(alignment::map).filter(word -> word.start() < word.end()).toList());
    }
}
