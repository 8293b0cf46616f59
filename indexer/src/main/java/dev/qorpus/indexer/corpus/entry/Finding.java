package dev.qorpus.indexer.corpus.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.source.OneLine;

/**
 * Something worth mending in a corpus.
 *
 * @param rule what kind of thing
 * @param file path below the corpus folder
 * @param line where, from 1
 * @param id the entry it is about, if it is about one
 * @param message what was found, in one sentence; says no lines, so that it stays when they move
 * @param related other places it is about, the first being the one to look at first
 */
public record Finding(Rule rule, String file, int line, @Nullable EntryId id, String message, List<Place> related) {

    /** By file and line. */
    public static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line).thenComparing(Finding::rule);

    private static final int PLACES_IN_TEXT = 3;

    /** Where an entry stands. */
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

    /** How bad it is: names as SARIF has them. */
    public enum Severity {
        /** Something of the corpus is lost. */
        ERROR,
        /** Somebody will not find what they look for, or find it spoilt. */
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
                "A question that nobody has answered yet: it is found, and shown as unanswered.",
                "Write the answer under the question, or remove the question."),

        ANSWER_WITHOUT_QUESTION(Severity.WARNING, "An answer that no question stands above: it is not found.",
                "Write the question above the answer, in the form that the file's other questions have."),

        EMPTY_LABEL(Severity.WARNING, "A label without a value, at a question that has an answer.",
                "Write the value behind the label, or remove the label."),

        MALFORMED_FRONT_MATTER(Severity.WARNING,
                "Front matter that is no YAML: its title and labels do not count.",
                "Mend the YAML between the lines of ---; a value with a colon has to be quoted."),

        UNKNOWN_LABEL(Severity.WARNING,
                "A label's value that occurs once, while the corpus uses a small set of other values.",
                "Write the value as the other entries have it. If it is meant, it goes away with its second use."),

        FILE_WITHOUT_QUESTION(Severity.WARNING, "A file in which no question was recognised.",
                "Give each question a heading of its own that ends with a question mark or begins with a number, or "
                        + "move the file out of the corpus."),

        UNREADABLE_FILE(Severity.ERROR,
                "A file that cannot be read, is too large, or is not UTF-8: what was indexed of it is kept.",
                "Make the file readable and save it as UTF-8, split it, or move it out of the corpus."),

        MALFORMED_LINE(Severity.ERROR,
                "A line of JSONL that is not an object with _id, title and text: it is left out.",
                "Mend the line; each line is one JSON object of its own."),

        DUPLICATE_ID(Severity.ERROR, "Two entries with one id: the first is kept, the other is left out.",
                "Give one of the two another _id."),

        DUPLICATE_QUESTION(Severity.WARNING, "The same question with the same answer, or with none, a second time.",
                "Keep one of them and remove the others."),

        AMBIGUOUS_QUESTION(Severity.NOTE, "The same question with different answers.",
                "Say in each question what it is about, so that people can tell them apart in a list; or join the "
                        + "answers under one question."),

        NEAR_DUPLICATE_QUESTION(Severity.NOTE, "Two questions that mean nearly the same, other words being used.",
                "Read both. If one answer serves both, keep one entry; otherwise name the difference in the questions."),

        BROKEN_ANCHOR(Severity.WARNING, "A link to a heading, an anchor or a Markdown file that does not exist.",
                "Correct the link. A heading's anchor is its text in lower case, without punctuation, with hyphens "
                        + "for blanks."),

        ENTRY_TOO_LONG(Severity.WARNING,
                "A question, or a passage with its question, that is longer than the model's longest input: its end "
                        + "is not embedded, and is found by words alone.",
                "Shorten the question, and move long data or generated code out of the answer."),

        MIXED_LANGUAGES(Severity.NOTE, "Entries in another language than most of the corpus.",
                "Keep each language in a corpus and an index of its own: questions are found by meaning within one "
                        + "language.");

        private final Severity severity;
        private final String description;
        private final String help;

        Rule(Severity severity, String description, String help) {
            this.severity = severity;
            this.description = description;
            this.help = help;
        }

        /** The name in reports: {@code question-without-answer}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** How bad it is. */
        public Severity severity() {
            return severity;
        }

        /** What it means, in one sentence. */
        public String description() {
            return description;
        }

        /** How to mend it. */
        public String help() {
            return help;
        }
    }

    /** Keeps a copy. */
    public Finding {
        // Whatever it quotes.
        message = OneLine.of(message);
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

    /** One line, as compilers write theirs. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + text() + " [" + rule.id() + "]";
    }
}
