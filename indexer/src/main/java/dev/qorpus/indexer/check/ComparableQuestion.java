package dev.qorpus.indexer.check;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Normalises questions for comparison, and tells similar questions with different meanings apart. */
final class ComparableQuestion {

    /** A number before the question that the parser did not recognise: {@code Q12:}, {@code 3.}. */
    private static final Pattern NUMBER_BEFORE = Pattern.compile("\\A\\s*(?:q(?:uestion)?\\s*)?\\d+\\s*[.:)]\\s+");
    private static final Pattern IS = Pattern.compile("\\b(what|who|how|where|when|that|it|there)['’]s\\b");
    private static final Pattern NOT = Pattern.compile("\\b(?:can['’]t|cannot)\\b|n['’]t\\b");
    private static final Pattern JOINED = Pattern.compile("(?<=[\\p{L}\\p{N}])[-‐-―](?=[\\p{L}\\p{N}])");
    /** Symbols are not removed: C++ is not C, and {@code ==} is not {@code ===}. */
    private static final Pattern PUNCTUATION = Pattern
            .compile("[\\p{P}&&[^#%&*/@\\\\\\-]]|`|(?<=\\s|^)[‐-―](?=\\s|$)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+(?:\\.\\p{N}+)*");
    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "without", "neither", "nor", "non");

    private ComparableQuestion() {}

    /** Removes case, punctuation, extra blanks and the number. */
    static String normalised(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String unnumbered = NUMBER_BEFORE.matcher(lower).replaceFirst("");
        String written = NOT.matcher(IS.matcher(unnumbered).replaceAll("$1 is")).replaceAll(" not");
        String bare = PUNCTUATION.matcher(JOINED.matcher(written).replaceAll(" ")).replaceAll("");
        String normalised = BLANKS.matcher(bare).replaceAll(" ").strip();
        return normalised.isEmpty() ? lower.strip() : normalised;
    }

    /**
     * Whether two similar normalised questions differ in a detail that vectors do not show. They may have different numbers
     * ("week 2", "week 3"), or one may be negated ("what do you", "what do you not").
     */
    static boolean differInDetail(String one, String other) {
        List<String> numbers = numbers(one);
        List<String> others = numbers(other);
        boolean numbersDiffer = !numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others);
        return numbersDiffer || isNegated(one) != isNegated(other);
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static boolean isNegated(String text) {
        return BLANKS.splitAsStream(text).anyMatch(NEGATIONS::contains);
    }
}
