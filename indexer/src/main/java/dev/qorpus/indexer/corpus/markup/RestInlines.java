package dev.qorpus.indexer.corpus.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the inline markup of reStructuredText. Emphasis is written as in Markdown. */
final class RestInlines {

    private static final Pattern MARKUP = Pattern.compile("``(?<code>[^`\n]{1,500})``"
            + "|(?<role>:[\\w:+.-]{1,60}:)?`(?<text>[^`<\n]{0,500})(?:<(?<target>[^`>\n]{1,500})>)?`(?<link>_{0,2})"
            + "|\\b(?<name>\\w[\\w-]{0,60})_(?=[\\s.,;:!?)]|\\z)");

    private RestInlines() {}

    /** Converts one line. */
    static String convert(String line) {
        if (line.indexOf('`') < 0 && line.indexOf('_') < 0) {
            return line;
        }
        Matcher markup = MARKUP.matcher(line);
        StringBuilder converted = new StringBuilder();
        while (markup.find()) {
            markup.appendReplacement(converted, Matcher.quoteReplacement(replacement(markup)));
        }
        return markup.appendTail(converted).toString();
    }

    private static String replacement(Matcher markup) {
        if (markup.group("code") != null) {
            return "`" + markup.group("code") + "`";
        }
        if (markup.group("name") != null) {
            return markup.group("name");
        }
        String text = markup.group("text").strip();
        String target = markup.group("target");
        String role = markup.group("role");
        if (role != null) {
            boolean prose = role
                    .matches(":(?:ref|doc|term|abbr|guilabel|menuselection|emphasis|strong|sup|sub|title):");
            String shown = text.isEmpty() && target != null ? target : text;
            return prose ? shown : "`" + shown + "`";
        }
        if (target != null && target.contains(":")) {
            return "[" + (text.isEmpty() ? target : text) + "](" + target.replace(" ", "%20") + ")";
        }
        return markup.group("link").isEmpty() && target == null ? "`" + text + "`" : text;
    }
}
