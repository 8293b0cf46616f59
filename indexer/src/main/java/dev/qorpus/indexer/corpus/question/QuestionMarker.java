package dev.qorpus.indexer.corpus.question;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * A place in a file where a question may begin, found by its form alone; whether it is one is decided by
 * {@link HeadingLayout} and {@link InlineLayout}, which see all of them.
 *
 * @param form how it is written
 * @param start offset of the line or element it begins with
 * @param bodyStart offset behind it, where its answer begins
 * @param bodyEnd offset where its answer ends at the latest
 * @param level of a heading 1 to 6; of a list item how deep it is nested, from 1; else 0
 * @param words what it says
 * @param anchor the name the author gave to the place, if any
 * @param nesting what stands before the lines of its answer
 */
record QuestionMarker(Form form, int start, int bodyStart, int bodyEnd, int level, QuestionText words,
        @Nullable String anchor,
        Nesting nesting) {

    /** The forms a question may have. */
    enum Form {
        HEADING("headings"), ITEM_HEADING("headings in list items"), LABEL("Q: and A: lines"), CALLOUT(
                "question callouts"), TABLE("tables"), DETAILS("<details> with the question as summary"), BOLD(
                        "bold lines"), ITEM(
                                "list items"), FRONT_MATTER("the title in the front matter");

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

    QuestionMarker withWords(QuestionText other) {
        return new QuestionMarker(form, start, bodyStart, bodyEnd, level, other, anchor, nesting);
    }
}
