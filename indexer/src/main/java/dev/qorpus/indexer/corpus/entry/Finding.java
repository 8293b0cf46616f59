package dev.qorpus.indexer.corpus.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * A problem in a corpus, or something worth a look.
 *
 * @param rule the kind of finding
 * @param file the path of the file below the corpus folder
 * @param line the line, from 1
 * @param id the entry, if the finding is about one
 * @param message what was found, in one sentence; without line numbers, so that it does not change when lines move
 * @param related other places of the finding, the most important first
 */
public record Finding(Rule rule, String file, int line, @Nullable EntryId id, String message, List<Place> related) {

    /** The order by file, line and rule. */
    public static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line).thenComparing(Finding::rule);

    private static final int PLACES_IN_TEXT = 3;

    /** The place of an entry. */
    public record Place(String file, int line, EntryId id) {

        /** The place of an entry. */
        public static Place of(Entry entry) {
            return new Place(entry.file(), entry.line(), entry.id());
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** The severity, with the names of SARIF. */
    public enum Severity {
        /** A part of the corpus is not indexed. */
        ERROR,
        /** Something is hard to find, or is shown incorrectly. */
        WARNING,
        /** Worth a look. */
        NOTE;

        /** The name in reports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kinds of findings. */
    public enum Rule {
        QUESTION_WITHOUT_ANSWER(Severity.WARNING,
                "A question without an answer. It is found, and shown as unanswered.",
                "Write the answer under the question, or remove the question."),

        ANSWER_WITHOUT_QUESTION(Severity.WARNING, "An answer without a question above it. It is not found.",
                "Write the question above the answer, in the same form as the other questions of the file."),

        EMPTY_LABEL(Severity.WARNING, "A label without a value, on a question that has an answer.",
                "Write the value behind the label, or remove the label."),

        MALFORMED_FRONT_MATTER(Severity.WARNING,
                "Front matter that is not valid YAML. Its title and labels are ignored.",
                "Correct the YAML between the lines of ---. A value with a colon must be quoted."),

        UNKNOWN_LABEL(Severity.WARNING,
                "A value of a label that occurs once, while the other entries use a small set of values.",
                "Use a value of the other entries. If the value is intended, the finding disappears with its second use."),

        TEXT_LEFT_OUT(Severity.WARNING, "Text that is in no entry, so that it is not found.",
                "Put the text under a heading, or under the question that it answers."),

        FILE_WITHOUT_QUESTION(Severity.WARNING, "A file in which no question was recognised.",
                "Give each question its own heading that ends with a question mark or begins with a number, or move "
                        + "the file out of the corpus."),

        UNREADABLE_FILE(Severity.ERROR,
                "A file that cannot be read, is too large, or is not UTF-8. What was indexed of it before stays in the index.",
                "Make the file readable and save it as UTF-8, split it, or move it out of the corpus."),

        MALFORMED_LINE(Severity.ERROR,
                "A line of JSONL that is not an object with _id, title and text. It is not indexed.",
                "Correct the line. Each line is one JSON object."),

        DUPLICATE_ID(Severity.ERROR, "Two entries with the same id. Only the first is indexed.",
                "Give one of the two another _id."),

        DUPLICATE_QUESTION(Severity.WARNING,
                "A question that occurs more than once, with the same answer or without an answer.",
                "Keep one of them and remove the others."),

        AMBIGUOUS_QUESTION(Severity.NOTE, "A question that occurs more than once, with different answers.",
                "Write in each question what it is about, so that a list shows the difference. Or combine the answers "
                        + "under one question."),

        NEAR_DUPLICATE_QUESTION(Severity.NOTE, "Two questions that mean nearly the same in different words.",
                "Read both. If one answer is enough, keep one entry. Otherwise name the difference in the questions."),

        BROKEN_ANCHOR(Severity.WARNING, "A link to a heading, an anchor or a Markdown file that does not exist.",
                "Correct the link. The anchor of a heading is its text in lower case, without punctuation, with "
                        + "hyphens for blanks."),

        ENTRY_TOO_LONG(Severity.WARNING,
                "A question, or a passage with its question, that is longer than the model's longest input. Its end "
                        + "is not embedded, so that it is found only by its words.",
                "Shorten the question, or move long data and generated code out of the answer."),

        MIXED_LANGUAGES(Severity.NOTE, "Entries in a different language than most of the corpus.",
                "Keep each language in its own corpus and index, because search by meaning works within one language.");

        private final Severity severity;
        private final String description;
        private final String help;

        Rule(Severity severity, String description, String help) {
            this.severity = severity;
            this.description = description;
            this.help = help;
        }

        /** The name in reports, for example {@code question-without-answer}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The severity. */
        public Severity severity() {
            return severity;
        }

        /** What it means, in one or two sentences. */
        public String description() {
            return description;
        }

        /** What to do about it. */
        public String help() {
            return help;
        }
    }

    /** Copies the list, and keeps the message on one line. */
    public Finding {
        message = SingleLine.of(message);
        related = List.copyOf(related);
    }

    /** A finding about one place. */
    public Finding(Rule rule, String file, int line, @Nullable EntryId id, String message) {
        this(rule, file, line, id, message, List.of());
    }

    /** A finding about an entry. */
    public static Finding of(Rule rule, Place place, String message, List<Place> related) {
        return new Finding(rule, place.file(), place.line(), place.id(), message, related);
    }

    /** The message with the other places. */
    public String text() {
        if (related.isEmpty()) {
            return message;
        }
        int more = related.size() - PLACES_IN_TEXT;
        return message + related.stream().limit(PLACES_IN_TEXT).map(Place::toString)
                .collect(Collectors.joining(", ", "; see ", more > 0 ? " and " + more + " more" : ""));
    }

    /** The finding in one line, in the format of compilers. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + text() + " [" + rule.id() + "]";
    }
}
