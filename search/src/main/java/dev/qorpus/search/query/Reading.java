package dev.qorpus.search.query;

/**
 * How the text of a question is read.
 *
 * @param operators whether quotes, signs before words, and values of fields have a meaning
 * @param corrections whether words that the index lacks are searched in other spellings
 */
public record Reading(boolean operators, boolean corrections) {

    /** As people write questions. */
    public static final Reading DEFAULT = new Reading(true, true);
    /** As text without operators. */
    public static final Reading PLAIN = new Reading(false, true);
}
