package dev.qorpus.indexer.corpus.coverage;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The reasons why words of a file are in no entry. */
public enum LeftOutRule {
    /** A table of contents, in which each line repeats a heading. */
    TABLE_OF_CONTENTS("a table of contents"),
    /** Lines that consist of links only. */
    LINK_LIST("a list of links"),
    /** Links to the top, to the next page, and other navigation. */
    NAVIGATION("navigation"),
    /** Badges: images that link to a service. */
    BADGE("badges"),
    /** Comments in HTML and Markdown. */
    COMMENT("a comment"),
    /** Keys of front matter, and its values that are for site generators. */
    FRONT_MATTER("front matter"),
    /** The labels of questions, answers and fields: {@code Q2.}, {@code Answer:}. */
    LABEL("labels"),
    /** Syntax that has letters: tags, attributes, the language of a code block, link targets, ids. */
    MARKUP("markup"),
    /** Headings without text under them, which are above no entry. */
    HEADING_WITHOUT_TEXT("headings without text"),
    /** Standard sections without content: licence, credits, sponsors. */
    BOILERPLATE("a standard section"),
    /** Fields of a record that are neither text nor a label, such as ids and dates. */
    FIELD("fields without text"),
    /** A record that is malformed, or has the id of another. A finding says why. */
    MALFORMED("malformed or duplicate records"),
    /** Words that no rule left out. */
    NONE("no rule");

    /** Rules that leave out syntax, or what only repeats other text. */
    private static final Set<LeftOutRule> NO_TEXT = EnumSet.of(TABLE_OF_CONTENTS, LINK_LIST, NAVIGATION, BADGE, COMMENT,
            FRONT_MATTER, LABEL, MARKUP);

    private final String description;

    LeftOutRule(String description) {
        this.description = description;
    }

    /** The name in reports, for example {@code table-of-contents}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether it leaves out text. Otherwise it leaves out syntax, or what only repeats or points at other text, so that
     * nothing is lost.
     */
    public boolean isText() {
        return !NO_TEXT.contains(this);
    }

    /** What was left out, in a few words. */
    public String description() {
        return description;
    }
}
