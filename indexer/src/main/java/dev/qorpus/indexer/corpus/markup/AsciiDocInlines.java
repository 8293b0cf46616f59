package dev.qorpus.indexer.corpus.markup;

import java.util.regex.Pattern;

/** Converts the inline markup of AsciiDoc. Emphasis with underscores and code are written as in Markdown. */
final class AsciiDocInlines {

    private static final Pattern STRONG = Pattern
            .compile("(?<![\\w*])\\*(?![\\s*])([^*\n]{1,500}?)(?<![\\s*])\\*(?![\\w*])");
    private static final Pattern UNCONSTRAINED = Pattern.compile("__([^_\n]{1,500})__");
    private static final Pattern CODE = Pattern.compile("(?<![\\w`])\\+(?![\\s+])([^+`\n]{1,500}?)\\+(?![\\w+])");
    private static final Pattern CODE_TWICE = Pattern.compile("``?\\+?([^`+\n]{1,500})\\+?``?");
    private static final Pattern LINK = Pattern.compile(
            "(?:link:)?((?:https?|ftp|mailto|irc):[^\\s\\[\\]<>]{1,1000})\\[([^\\]\n]{0,500})\\]|link:([^\\s\\[\\]]{1,1000})\\[([^\\]\n]{0,500})\\]");
    private static final Pattern REFERENCE = Pattern.compile(
            "<<#?[^,<>\n]{1,300},\\s*([^<>\n]{1,300})>>|<<#?([^<>\n]{1,300})>>|xref:[^\\s\\[\\]]{1,500}\\[([^\\]\n]{0,500})\\]");
    private static final Pattern ANCHOR = Pattern
            .compile("\\[\\[[^\\]\n]{1,200}\\]\\]|anchor:[\\w-]{1,200}\\[[^\\]\n]{0,200}\\]");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:kbd|btn|footnote|pass|stem|latexmath|asciimath):[\\w,]{0,20}\\[([^\\]\n]{0,500})\\]|\\bmenu:([^\\s\\[\\]]{1,200})\\[([^\\]\n]{0,500})\\]");
    private static final Pattern IMAGE = Pattern
            .compile("image:[^\\[\\s:]{1,500}\\[([^,\\]\"\n]{0,500})[^\\]\n]{0,500}\\]");

    private AsciiDocInlines() {}

    /** Converts one line. */
    static String convert(String line) {
        String text = line;
        if (text.indexOf('*') >= 0) {
            text = STRONG.matcher(text).replaceAll("**$1**");
        }
        if (text.indexOf('_') >= 0) {
            text = UNCONSTRAINED.matcher(text).replaceAll("*$1*");
        }
        if (text.indexOf('+') >= 0) {
            text = CODE.matcher(text).replaceAll("`$1`");
        }
        if (text.indexOf('`') >= 0) {
            text = CODE_TWICE.matcher(text).replaceAll("`$1`");
        }
        if (text.indexOf('[') >= 0) {
            text = LINK.matcher(text).replaceAll(link -> java.util.regex.Matcher.quoteReplacement(link(link)));
            text = ANCHOR.matcher(text).replaceAll("");
            text = IMAGE.matcher(text).replaceAll("$1");
            text = NAMED.matcher(text).replaceAll(named -> java.util.regex.Matcher.quoteReplacement(
                    named.group(1) != null ? named.group(1) : named.group(2) + " > " + named.group(3)));
        }
        return text.contains("<<") || text.contains("xref:") ? references(text) : text;
    }

    private static String link(java.util.regex.MatchResult link) {
        String target = link.group(1) != null ? link.group(1) : link.group(3);
        String written = link.group(1) != null ? link.group(2) : link.group(4);
        String shown = written.replaceFirst("[,^].*", "").strip();
        return "[" + (shown.isEmpty() ? target : shown) + "](" + target + ")";
    }

    private static String references(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String shown = reference.group(1) != null
                    ? reference.group(1)
                    : reference.group(2) != null ? reference.group(2).replace('_', ' ').strip() : reference.group(3);
            return java.util.regex.Matcher.quoteReplacement(shown);
        });
    }
}
