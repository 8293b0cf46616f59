package dev.qorpus.indexer.corpus.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.source.SourceText;

/** Names the rule for words that a parser cut out of an entry: labels, numbers, links to the top, ids. */
final class LeftOutReasons {

    /** A place and the rule that left it out. */
    record Reason(int start, int end, LeftOutRule rule) {}

    /** What is before a label: a question in the same line, emphasis, a quote, a list, a table, the signs of a heading. */
    private static final Pattern BEFORE_LABEL = Pattern
            .compile("(?:.{0,300}[?？])?(?:[^\\p{L}\\p{N}]|<[^<>]{0,300}>|(?:(?<=\\s)|^)\\d{1,9}[.)]\\s){0,40}");
    private static final Pattern LABEL = Pattern
            .compile("[\\p{L}\\p{M}]{1,20}(?:[ .#№_*-]{0,4}\\d{1,5}){0,4}|\\d{1,9}(?:\\.\\d{1,4}){0,3}"
                    + "|[\\p{L}\\p{M}]{1,20} ?\\([\\p{L}\\p{M} ]{1,20}");
    private static final Pattern BEHIND_LABEL = Pattern
            .compile(
                    "(?s)(?:[ .#№_*-]{0,4}\\d{1,5})?[*_]{0,3}\\)?\\s{0,2}[*_]{0,3}(?:[:：.)\\]|、．–—-].*|</.*|\\s*|(?=\\p{Punct}).*)");
    /** A label with a number, such as {@code Q1}, needs no sign behind it. */
    private static final Pattern NUMBERED_LABEL = Pattern.compile("[\\p{L}\\p{M}]{1,20}[ .#№_*-]{0,4}\\d{1,5}");
    private static final Pattern NAVIGATION = Pattern.compile(
            "(?iu)\\s*(?:[^\\p{L}\\p{N}]|<[^<>]{0,300}>)*(?:back|to (?:the )?top|(?:go )?top|up|home|next|prev(?:ious)?|nach oben|volver|retour|наверх|回到顶部|返回顶部)\\b.{0,200}");
    private static final Pattern ATTRIBUTES = Pattern.compile(".*\\{:?\\s*[#.][^{}]{0,300}");
    private static final Pattern BLOCK_ID = Pattern.compile("(?:.*\\s)?\\^[\\w-]{0,80}");
    private static final Pattern TAG = Pattern.compile("(?:.*\\s)?#[\\p{L}\\p{N}_/-]{0,100}");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,31};");
    /** The number of a gap, and the hint of one. */
    private static final Pattern GAP_NUMBER = Pattern.compile("c\\d{1,3}");
    private static final Pattern GAP_HINT = Pattern.compile(".*\\{\\{[^{}]{1,300}::[^{}]{0,300}");
    private static final Pattern NOTE_ID = Pattern.compile("ID: \\d{10,16}");
    private static final int LONGEST = 400;

    private LeftOutReasons() {}

    /** The names of entities among neighbouring words. */
    static List<Reason> entities(SourceText source, SourceWords.OpenRun run) {
        List<Reason> reasons = new ArrayList<>();
        Matcher entity = ENTITY.matcher(source.text()).region(Math.max(0, run.start() - 2),
                Math.min(source.length(), run.end() + 1));
        while (entity.find()) {
            reasons.add(new Reason(entity.start(), entity.end(), LeftOutRule.MARKUP));
        }
        return reasons;
    }

    /** The reasons for neighbouring words, line by line. */
    static List<Reason> of(SourceText source, SourceWords.OpenRun run) {
        List<Reason> reasons = new ArrayList<>();
        for (int at = run.start(); at < run.end(); at = source.lineEnd(at)) {
            int end = Math.min(run.end(), source.lineEnd(at));
            int start = at;
            rule(source, start, end).ifPresent(rule -> reasons.add(new Reason(start, end, rule)));
        }
        return reasons;
    }

    private static Optional<LeftOutRule> rule(SourceText source, int start, int end) {
        int lineStart = Math.max(source.lineStart(start), start - LONGEST);
        String before = source.slice(lineStart, start);
        String words = source.slice(start, Math.min(end, start + LONGEST)).stripTrailing();
        String behind = source.slice(start + words.length(),
                Math.min(source.lineEnd(start), start + words.length() + LONGEST));
        if (ATTRIBUTES.matcher(before).matches() || BLOCK_ID.matcher(before).matches() || isGap(before, words)
                || (before.isBlank() && NOTE_ID.matcher(words).matches())) {
            return Optional.of(LeftOutRule.MARKUP);
        }
        if (TAG.matcher(before).matches()) {
            return Optional.of(LeftOutRule.LABEL);
        }
        boolean label = (LABEL.matcher(words).matches() && BEHIND_LABEL.matcher(behind).matches())
                || NUMBERED_LABEL.matcher(words).matches();
        if (label && BEFORE_LABEL.matcher(before).matches()) {
            return Optional.of(LeftOutRule.LABEL);
        }
        return NAVIGATION.matcher(before + words).matches()
                && before.length() + words.length() + behind.length() < LONGEST
                        ? Optional.of(LeftOutRule.NAVIGATION)
                        : Optional.empty();
    }

    private static boolean isGap(String before, String words) {
        return before.endsWith("{{") ? GAP_NUMBER.matcher(words).matches() : GAP_HINT.matcher(before).matches();
    }
}
