package dev.qorpus.search.retrieve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Other ways in which people write a word: British and American, Latin and Greek plurals, names with and without the
 * sign within. Many of the results are not words. The caller keeps those that the index has.
 */
final class Spellings {

    /** What others write instead of a part of a word. */
    private record Rule(Pattern part, String instead) {

        Rule(String part, String instead) {
            this(Pattern.compile(part), instead);
        }

        /** Put to each place where the part is found, after the first two letters. */
        List<String> of(String word) {
            return part.matcher(word).results().filter(found -> found.start() >= 2)
                    .map(found -> word.substring(0, found.start()) + instead + word.substring(found.end())).toList();
        }
    }

    private static final List<Rule> RULES = List.of(
            // British and American.
            new Rule("our", "or"), new Rule("or", "our"), new Rule("is(?=e|ing|ation|able)", "iz"),
            new Rule("iz(?=e|ing|ation|able)", "is"), new Rule("ys(?=e|ing)", "yz"), new Rule("yz(?=e|ing)", "ys"),
            new Rule("(?<=[bt])re(?=d?s?$)", "er"), new Rule("(?<=[bt])er(?=e?d?s?$)", "re"),
            new Rule("ogue", "og"), new Rule("og(?=s?$)", "ogue"),
            new Rule("(?<=[aeiou][^aeiou]{1,3}[aeiou])ll(?=ed|ing|er)", "l"),
            new Rule("(?<=[aeiou][^aeiou]{1,3}[aeiou])l(?=ed|ing|er)", "ll"), new Rule("[ao]e", "e"),
            new Rule("e", "ae"), new Rule("e", "oe"),
            new Rule("ence(?=s?$)", "ense"), new Rule("ense(?=s?$)", "ence"), new Rule("gramme", "gram"),
            new Rule("gram(?=s?$)", "gramme"), new Rule("(?<=gr)ey", "ay"), new Rule("(?<=gr)ay", "ey"),
            // Latin and Greek, one and many.
            new Rule("ices$", "ix"), new Rule("ices$", "ex"), new Rule("[ei]x$", "ices"), new Rule("a$", "um"),
            new Rule("a$", "on"), new Rule("(?:um|on)$", "a"), new Rule("i$", "us"), new Rule("us$", "i"),
            new Rule("ae$", "a"), new Rule("a$", "ae"), new Rule("es$", "is"), new Rule("is$", "es"));

    private static final Pattern SIGN = Pattern.compile("[._]");
    private static final Pattern VERSION = Pattern.compile("v(?=\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*");
    private static final int LONG_ENOUGH = 4;

    private Spellings() {}

    /** Other spellings of a word in lower case. */
    static Set<String> of(String word) {
        Set<String> others = new LinkedHashSet<>();
        if (word.length() >= LONG_ENOUGH) {
            RULES.forEach(rule -> others.addAll(rule.of(word)));
        }
        return others;
    }

    /**
     * A name in lower case that holds signs, or a version, as others write it: maxlength and max length for max_length, 3.2 for
     * v3.2.
     */
    static Set<String> ofName(String name) {
        Set<String> others = new LinkedHashSet<>();
        if (VERSION.matcher(name).lookingAt()) {
            others.add(name.substring(1));
        } else if (NUMBER.matcher(name).matches()) {
            others.add("v" + name);
        } else if (SIGN.matcher(name).find()) {
            others.add(SIGN.matcher(name).replaceAll(""));
            others.add(SIGN.matcher(name).replaceAll(" "));
        }
        return others;
    }
}
