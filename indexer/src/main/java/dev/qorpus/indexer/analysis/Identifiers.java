package dev.qorpus.indexer.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names within identifiers: {@code crm} and {@code action_log} in {@code crm.action_log}, {@code Http} and {@code Client} in
 * {@code HttpClient}. Points and colons divide first, then underscores, then changes of case, and of letters and digits.
 */
final class Identifiers {

    /** Points and colons, but not those of numbers. */
    private static final Pattern POINTS = Pattern.compile("(?<!\\d)[.:]|[.:](?!\\d)");
    private static final Pattern UNDERSCORES = Pattern.compile("_+");
    private static final Pattern CASES = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
            + "|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})");
    private static final List<Pattern> LEVELS = List.of(POINTS, UNDERSCORES, CASES);

    /** People write three parts as one word at most, or all of them. */
    private static final int MOST_JOINED = 3;
    /** A single letter or digit names nothing. */
    private static final int SHORTEST = 2;
    /** Longer ones are data, such as encoded keys. */
    private static final int LONGEST = 200;

    private Identifiers() {}

    /** The parts of a word of a text; none if it is all one. */
    static Set<String> of(String text, Span word) {
        return mayHaveParts(text, word.start(), word.end())
                ? parts(text.substring(word.start(), word.end()))
                : Set.of();
    }

    /** Fast: most words of a text are no identifiers. */
    static boolean mayHaveParts(String text, int start, int end) {
        if (end - start > LONGEST || !Character.isLetterOrDigit(text.charAt(start))) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (isBoundary(text.charAt(i - 1), text.charAt(i), i + 1 < end ? text.charAt(i + 1) : ' ')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(char before, char sign, char after) {
        return switch (sign) {
            case '_' -> true;
            case '.', ':' -> !Character.isDigit(before) || !Character.isDigit(after);
            default -> Character.isUpperCase(sign)
                    ? Character.isLowerCase(before) || Character.isLowerCase(after) || Character.isDigit(before)
                    : Character.isDigit(sign) != Character.isDigit(before) && Character.isLetterOrDigit(before);
        };
    }

    /** The parts of a word as written, in the order of the levels; none if it is all one. */
    static Set<String> parts(String word) {
        Set<String> parts = new LinkedHashSet<>();
        List<String> pieces = List.of(word);
        for (Pattern level : LEVELS) {
            pieces = pieces.stream().flatMap(level::splitAsStream).toList();
            pieces.stream().filter(piece -> piece.length() >= SHORTEST).forEach(parts::add);
        }
        parts.remove(word);
        return parts;
    }

    /**
     * Neighbouring parts of a word as one, in lower case, as people type them: {@code loaduser} for {@code load_user} and for
     * {@code loadUserByName}. Those that the word has anyway are left out.
     */
    static Set<String> joined(String word) {
        List<String> pieces = List.of(word);
        for (Pattern level : LEVELS) {
            pieces = pieces.stream().flatMap(level::splitAsStream).filter(piece -> !piece.isEmpty()).toList();
        }
        Set<String> joined = new LinkedHashSet<>();
        for (int from = 0; from + 1 < pieces.size(); from++) {
            for (int to = from + 2; to <= pieces.size(); to++) {
                List<String> some = pieces.subList(from, to);
                if ((some.size() <= MOST_JOINED || some.size() == pieces.size()) && areNames(some)) {
                    joined.add(String.join("", some).toLowerCase(Locale.ROOT));
                }
            }
        }
        joined.remove(word.toLowerCase(Locale.ROOT));
        parts(word).forEach(part -> joined.remove(part.toLowerCase(Locale.ROOT)));
        return joined;
    }

    /** Letters with indices, as in formulas, name nothing, and no name begins with a digit. */
    private static boolean areNames(List<String> pieces) {
        return Character.isLetter(pieces.getFirst().codePointAt(0))
                && pieces.stream().allMatch(piece -> piece.length() >= SHORTEST);
    }
}
