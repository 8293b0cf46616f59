package dev.qorpus.indexer.corpus.markup;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.source.MappedText;

/** Converts Org to Markdown. */
final class OrgConverter {

    private static final Pattern HEADING = Pattern.compile(
            "(\\*{1,40})\\s+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED|HOLD)\\s+)?(?:\\[#[A-Z]\\]\\s+)?(.*?)(?:\\s+:[\\w@#%:]+:)?\\s*");
    private static final Pattern BEGIN = Pattern.compile("(?i)\\s*#\\+begin_(\\w+)(?:\\s+([\\w+#.-]+))?.*");
    private static final Pattern KEYWORD = Pattern.compile("\\s*#\\+([\\w-]+):\\s*(.*)");
    private static final Pattern DRAWER = Pattern.compile("\\s*:[\\w-]+:\\s*");
    private static final Pattern PLANNING = Pattern.compile("\\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):.*");
    private static final Pattern TERM = Pattern.compile("(\\s*[-+]\\s+)(\\S.*?)\\s+::(?:\\s+|\\z)(.*)");
    private static final Pattern RULE = Pattern.compile("\\s*\\|-[-+|]*\\s*");
    private static final Pattern LINK = Pattern
            .compile("\\[\\[([^\\]\\[\n]{1,1000})\\](?:\\[([^\\]\n]{1,500})\\])?\\]");
    private static final Pattern CODE = Pattern
            .compile("(?<![\\w=~])([=~])(?!\\s)([^=~\n]{1,500}?)(?<!\\s)\\1(?![\\w=~])");
    private static final Pattern STRONG = Pattern
            .compile("(?<![\\w*])\\*(?![\\s*])([^*\n]{1,500}?)(?<![\\s*])\\*(?![\\w*])");
    private static final Pattern ITALIC = Pattern
            .compile("(?<![\\w/:])/(?![\\s/])([^/\n]{1,500}?)(?<![\\s/])/(?![\\w/])");
    private static final Pattern TIMESTAMP = Pattern.compile("[<\\[]\\d{4}-\\d\\d-\\d\\d[^>\\]\n]{0,40}[>\\]]");

    private final List<String> lines;
    private final MappedText out;
    private int titles;
    /** The columns by which the text of the section is indented. */
    private int columns;

    OrgConverter(List<String> lines, MappedText out) {
        this.lines = lines;
        this.out = out;
    }

    void convert() {
        for (int i = 0; i < lines.size();) {
            Matcher begin = BEGIN.matcher(lines.get(i));
            if (lines.get(i).startsWith("*")) {
                columns = columns(i + 1);
            }
            if (begin.matches()) {
                i = block(begin, i);
            } else if (DRAWER.matcher(lines.get(i)).matches()) {
                i = drawer(i);
            } else {
                line(Indent.without(lines.get(i), columns), i++);
            }
        }
    }

    /** The least indentation of the text below a heading. */
    private int columns(int start) {
        int end = start;
        while (end < lines.size() && !lines.get(end).startsWith("*")) {
            end++;
        }
        return Indent.least(lines, start, end);
    }

    private int block(Matcher begin, int i) {
        String name = begin.group(1).toLowerCase(Locale.ROOT);
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).strip().equalsIgnoreCase("#+end_" + name)) {
            end++;
        }
        out.add("", i + 1);
        boolean code = name.equals("src") || name.equals("example") || name.equals("export");
        if (code) {
            out.add("````" + (begin.group(2) == null || !name.equals("src") ? "" : begin.group(2)), i + 1);
        }
        for (int at = i + 1; at < end && !name.equals("comment"); at++) {
            String line = Indent.without(lines.get(at), columns);
            out.add(code ? line : (name.equals("quote") ? "> " : "") + inlines(line.strip()), at + 1);
        }
        if (code) {
            out.add("````", end + 1);
        }
        out.add("", end + 1);
        return Math.min(end + 1, lines.size());
    }

    private int drawer(int i) {
        for (int end = i + 1; end < lines.size() && !lines.get(end).startsWith("*"); end++) {
            if (lines.get(end).strip().equalsIgnoreCase(":end:")) {
                return end + 1;
            }
        }
        return i + 1;
    }

    private void line(String line, int i) {
        Matcher heading = HEADING.matcher(line);
        Matcher keyword = KEYWORD.matcher(line);
        Matcher term = TERM.matcher(line);
        if (heading.matches()) {
            out.add("", i + 1);
            out.add("#".repeat(Math.min(6, heading.group(1).length() + titles)) + " " + inlines(heading.group(2)),
                    i + 1);
            out.add("", i + 1);
        } else if (keyword.matches()) {
            boolean title = keyword.group(1).equalsIgnoreCase("title") && !keyword.group(2).isBlank();
            titles = title ? 1 : titles;
            boolean caption = keyword.group(1).equalsIgnoreCase("caption");
            out.add(title ? "# " + inlines(keyword.group(2)) : caption ? inlines(keyword.group(2)) : "", i + 1);
        } else if (line.matches("\\s*#(?:\\s.*)?|\\s*#\\+.*") || PLANNING.matcher(line).matches()) {
            out.add("", i + 1);
        } else if (RULE.matcher(line).matches()) {
            out.add(line.replace('+', '|'), i + 1);
        } else if (term.matches()) {
            out.add(term.group(1) + "**" + inlines(term.group(2)) + "** " + inlines(term.group(3)), i + 1);
        } else {
            out.add(inlines(line), i + 1);
        }
    }

    private static String inlines(String line) {
        String text = STRONG.matcher(line).replaceAll("**$1**");
        text = ITALIC.matcher(text).replaceAll("*$1*");
        text = CODE.matcher(text).replaceAll("`$2`");
        text = TIMESTAMP.matcher(text).replaceAll("");
        return text.contains("[[")
                ? LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(link.group(2) == null
                        ? link.group(1)
                        : "[" + link.group(2) + "](" + link.group(1).replace(" ", "%20") + ")"))
                : text;
    }
}
