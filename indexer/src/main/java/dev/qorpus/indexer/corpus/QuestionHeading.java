package dev.qorpus.indexer.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A heading read as a question: {@code Q2. …}, {@code Q7: …}, {@code Q7.Imagine}, {@code 3) …}, or any text.
 *
 * @param number the number as written, if there is one
 * @param question the text without it
 */
record QuestionHeading(@Nullable String number, String question) {

    private static final Pattern NUMBERED = Pattern
            .compile(
                    "(?:Q(?:uestion)?\\s*)?(\\d{1,5})\\s*[.:)\\]–—-]\\s*(\\S.*)|Q(?:uestion)?\\s*(\\d{1,5})\\s+(\\S.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static QuestionHeading of(String heading) {
        Matcher matcher = NUMBERED.matcher(heading.strip());
        if (!matcher.matches()) {
            return new QuestionHeading(null, heading.strip());
        }
        return matcher.group(1) != null
                ? new QuestionHeading(matcher.group(1), matcher.group(2))
                : new QuestionHeading(matcher.group(3), matcher.group(4));
    }

    /** Whether the heading looks like a question by itself. */
    boolean isEvident() {
        return number != null || question.endsWith("?");
    }
}
