package dev.qorpus.indexer.corpus.question;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * A place in a file that has the form of a question. {@link HeadingLayout} and {@link InlineLayout} decide whether it is
 * one, because they see all markers of the file.
 *
 * @param form the form
 * @param start the offset of its line or element
 * @param bodyStart the offset behind it, where its answer begins
 * @param bodyEnd the highest offset at which its answer ends
 * @param level the level of a heading, 1 to 6; the depth of a list item, from 1; otherwise 0
 * @param words its text
 * @param anchor the anchor that the author gave it, if any
 * @param nesting the indentation of its answer
 */
record QuestionMarker(Form form, int start, int bodyStart, int bodyEnd, int level, QuestionText words,
        @Nullable String anchor,
        Nesting nesting) {

    /** The forms of a question. */
    enum Form {
        HEADING("headings"), ITEM_HEADING("headings in list items"), LABEL("Q: and A: lines"), CALLOUT(
                "question callouts"), TABLE("tables"), DETAILS("<details> with the question as summary"), BOLD(
                        "bold lines"), ITEM(
                                "list items"), LINE("plain lines"), CARD(
                                        "flashcards"), FRONT_MATTER("the title in the front matter");

        private final String description;

        Form(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    boolean isHeading() {
        return form == Form.HEADING || form == Form.ITEM_HEADING;
    }

    boolean isCard() {
        return form == Form.CARD || !words.tags().isEmpty();
    }

    QuestionMarker withWords(QuestionText other) {
        return new QuestionMarker(form, start, bodyStart, bodyEnd, level, other, anchor, nesting);
    }
}
