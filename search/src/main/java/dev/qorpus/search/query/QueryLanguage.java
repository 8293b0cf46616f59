package dev.qorpus.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.qorpus.search.query.Operator.Kind;

/**
 * The language of questions: {@code "a phrase"}, {@code -word}, {@code -"a phrase"}, {@code +word}, {@code field:value}, and
 * {@code field>value} with its like. All else is plain text, as is all of a text that is code or has several lines.
 *
 * @param values of the filter fields
 */
record QueryLanguage(FieldValues values) {

    /** Longer quotations are quoted texts and no phrases. Signs within a word belong to it: C++, node.js, mother-in-law. */
    private static final String OPERAND = "(?:\"(?<straight>[^\"]{1,300})\"|“(?<curly>[^“”]{1,300})”"
            + "|„(?<low>[^„“”]{1,300})[“”]|«(?<angle>[^«»]{1,300})»"
            + "|(?<word>[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}+#]|[._'’/-](?=[\\p{L}\\p{N}])){0,99}))";
    private static final String BEFORE = "(?<=^|[\\s(\\[])";

    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]{1,1000}`");
    private static final Pattern WORDS = Pattern
            .compile(BEFORE + "(?<sign>[-+−]?)" + OPERAND + "(?=$|[\\s)\\],.;:!?])");
    private static final Pattern FIELD = Pattern.compile(BEFORE
            + "(?<sign>[-−]?)(?<field>[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]{0,60})(?<comparison>:|!=|>=|<=|>|<|=)" + OPERAND
            + "(?=$|[\\s)\\],;!?]|\\.(?:\\s|$))");

    /** Signs that stand in code and hardly elsewhere. */
    private static final Pattern CODE = Pattern
            .compile(
                    "[{}]|=>|::|\\(\\)|</|;\\s*$|[\\p{L}\\p{N}]\"[\\p{L}\\p{N}]|=\"|[\\p{L}\\p{N}]\\(\"|\", line \\d|\"\\s*:");
    private static final Pattern OPTION = Pattern
            .compile("(?<=^|\\s)(?:--\\p{L}|-[A-Za-z]{1,2}(?=$|\\s|=)|-[DX]\\p{Ll}+[\\p{Lu}\\p{N}])");
    /** No one leaves out a letter or two, or a number: these are options of commands, sums, or signs of programs. */
    private static final Pattern SHORT = Pattern.compile("[A-Za-z]{1,2}|\\p{N}.*");
    /** As in -DskipTests and -Xmx2g. */
    private static final Pattern SETTING = Pattern.compile("[DX]\\p{Ll}+[\\p{Lu}\\p{N}].*");
    /** The second of two dashes around words. */
    private static final Pattern CLOSING = Pattern.compile("\\p{L}-(?:\\s|$)");
    /** Before the second half of a word, as in Vor- und -nachteile. */
    private static final Pattern LIST = Pattern
            .compile("(?:.*\\s)?(?:and|or|und|oder|bzw\\.|et|ou|y|o|e)\\s+|.*[-,/]\\s*");

    /** The operators of a question, and the rest of it. */
    ParsedQuestion parse(String question) {
        List<Operator> found = operators(question);
        if (found.isEmpty()) {
            return new ParsedQuestion(question, found, notes(question));
        }
        if (isCode(question)) {
            return new ParsedQuestion(question, List.of(), List.of(
                    "The question looks like code, or has several lines. So " + found.getFirst().label()
                            + " is searched as text."));
        }
        String text = rest(question, found);
        if (Query.hasWord(text)) {
            return new ParsedQuestion(text, found, notes(question));
        }
        if (found.stream().allMatch(Operator::excludes)) {
            return new ParsedQuestion(question, List.of(), List.of("Nothing is left to search for without "
                    + found.getFirst().label() + ". So it is searched as text."));
        }
        return new ParsedQuestion(String.join(" ", found.stream().map(Operator::text).toList()), found,
                notes(question));
    }

    private static boolean isCode(String question) {
        return question.strip().indexOf('\n') >= 0 || CODE.matcher(question).find();
    }

    /** Of two operators at one place, the first counts. */
    private List<Operator> operators(String question) {
        List<int[]> taken = new ArrayList<>(
                CODE_SPAN.matcher(question).results().map(span -> new int[]{span.start(), span.end()}).toList());
        List<Operator> found = new ArrayList<>();
        Stream<Operator> words = words(question).filter(match -> isMeant(question, match)).map(QueryLanguage::word);
        Stream.concat(FIELD.matcher(question).results().map(this::field).flatMap(Optional::stream), words)
                .forEach(operator -> {
                    if (taken.stream().noneMatch(span -> operator.start() < span[1] && span[0] < operator.end())) {
                        taken.add(new int[]{operator.start(), operator.end()});
                        found.add(operator);
                    }
                });
        found.sort(Comparator.comparingInt(Operator::start));
        return found;
    }

    /** Quotations, and words with a sign in front. */
    private static Stream<MatchResult> words(String question) {
        return WORDS.matcher(question).results()
                .filter(match -> match.group("word") == null || !match.group("sign").isEmpty());
    }

    /** Whether a sign before a word is an operator, and not that of an option, a list, a number or a half word. */
    private static boolean isMeant(String question, MatchResult match) {
        String word = match.group("word");
        if (word == null) {
            return Query.hasWord(operand(match));
        }
        return !isOfCommand(word) && !CLOSING.matcher(question).region(match.end(), question.length()).find()
                && !LIST.matcher(question.substring(Math.max(0, match.start() - 20), match.start())).matches()
                && (match.group("sign").equals("+") || !OPTION.matcher(question).find());
    }

    private static boolean isOfCommand(String word) {
        return SHORT.matcher(word).matches() || SETTING.matcher(word).matches();
    }

    private static Operator word(MatchResult match) {
        Kind kind = match.group("word") == null ? Kind.PHRASE : Kind.WORD;
        String sign = match.group("sign");
        return new Operator(match.start(), match.end(), !sign.isEmpty() && !sign.equals("+"), kind, operand(match),
                null);
    }

    private Optional<Operator> field(MatchResult match) {
        return values.condition(match.group("field"), match.group("comparison"), operand(match))
                .map(condition -> new Operator(match.start(), match.end(), !match.group("sign").isEmpty(), Kind.FIELD,
                        condition.value(), condition));
    }

    private static String operand(MatchResult match) {
        return Stream.of("straight", "curly", "low", "angle", "word").map(match::group).filter(Objects::nonNull)
                .findFirst().orElse("").strip();
    }

    /** The question without the operators, but with the words that are demanded. */
    private static String rest(String question, List<Operator> operators) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Operator operator : operators) {
            rest.append(question, from, operator.start());
            if (!operator.excludes() && operator.kind() != Kind.FIELD) {
                rest.append(operator.text());
            }
            from = operator.end();
        }
        return rest.append(question.substring(from)).toString().replaceAll("\\s+", " ").strip();
    }

    /** What could be taken for an operator, but is none because of the options beside it. */
    private static List<String> notes(String question) {
        return words(question)
                .filter(match -> match.group("word") != null && !match.group("sign").equals("+")
                        && OPTION.matcher(question).find() && !isOfCommand(match.group("word")))
                .map(match -> "The question has options of commands. So -" + match.group("word")
                        + " is searched as text; to leave it out, write -\"" + match.group("word") + "\".")
                .toList();
    }
}
