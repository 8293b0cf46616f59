package dev.qorpus.indexer.corpus.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.source.MappedText;

/** Converts reStructuredText to Markdown. */
final class RestConverter {

    private static final Pattern ADORNMENT = Pattern.compile("([!-/:-@\\[-`{-~])\\1{2,}\\s*");
    private static final Pattern DIRECTIVE = Pattern
            .compile("(\\s*)\\.\\. (?:\\|[^|]{1,80}\\| )?([\\w:+-]{1,60})::(?:\\s+(.*))?");
    private static final Pattern EXPLICIT = Pattern.compile("\\s*\\.\\.(?:\\s.*)?");
    private static final Pattern FOOTNOTE = Pattern.compile("\\s*\\.\\. (\\[[^\\]]{1,80}\\] .*)");
    private static final Pattern OPTION = Pattern.compile("\\s+:[\\w-]+:.*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+•]|#\\.|\\(?(?:\\d{1,4}|[a-zA-Z]|#)[.)])\\s+.*");
    private static final Pattern BORDER = Pattern.compile("\\s*(?:\\+[-=+]{3,}|=+(?:\\s+=+)+)\\s*");
    private static final Set<String> CODE = Set.of("code", "code-block", "sourcecode", "prompt", "ipython",
            "parsed-literal",
            "doctest", "testcode", "math", "graphviz", "mermaid", "literalinclude");
    private static final Set<String> INVISIBLE = Set.of("contents", "toctree", "index", "image", "raw", "include",
            "meta",
            "highlight", "role", "default-role", "sectnum", "currentmodule", "module", "autoclass", "automodule",
            "autofunction", "sectionauthor", "tags", "only");

    private final List<String> lines;
    private final MappedText out;
    private final List<String> levels = new ArrayList<>();
    private boolean inList;
    /** The level of the last heading that does not ask. */
    private int level = 1;

    RestConverter(List<String> lines, MappedText out) {
        this.lines = lines;
        this.out = out;
    }

    void convert() {
        convert(0, lines.size(), 0);
    }

    /** Converts the lines from {@code start} to before {@code end}, without a number of columns of their indentation. */
    private void convert(int start, int end, int columns) {
        for (int i = start; i < end;) {
            String line = Indent.without(lines.get(i), columns);
            Matcher directive = DIRECTIVE.matcher(line);
            if (isTitle(i, end, columns)) {
                i = title(i, columns);
            } else if (directive.matches()) {
                i = directive(directive, i, end);
            } else if (FOOTNOTE.matcher(line).matches()) {
                add(line.replaceFirst("\\s*\\.\\. ", ""), i++);
            } else if (EXPLICIT.matcher(line).matches()) {
                i = Math.min(end, Indent.end(lines, i + 1, Indent.of(lines.get(i))));
                out.add("", i);
            } else if (line.stripTrailing().endsWith("::")) {
                i = literal(line, i, end);
            } else {
                i = text(line, i, end);
            }
        }
    }

    private boolean isTitle(int i, int end, int columns) {
        return columns == 0 && (isUnderlined(i, end) || isOverlined(i, end));
    }

    private boolean isUnderlined(int i, int end) {
        String text = lines.get(i);
        return i + 1 < end && !text.isBlank() && Indent.of(text) == 0 && ADORNMENT.matcher(lines.get(i + 1)).matches()
                && !ADORNMENT.matcher(text).matches()
                && lines.get(i + 1).strip().length() >= Math.min(text.strip().length(), 4);
    }

    private boolean isOverlined(int i, int end) {
        return i + 2 < end && ADORNMENT.matcher(lines.get(i)).matches() && !lines.get(i + 1).isBlank()
                && lines.get(i + 2).strip().equals(lines.get(i).strip());
    }

    private int title(int i, int columns) {
        boolean over = !isUnderlined(i, lines.size());
        String style = (over ? "=" : "") + lines.get(over ? i : i + 1).charAt(0);
        if (!levels.contains(style)) {
            levels.add(style);
        }
        int text = over ? i + 1 : i;
        level = lines.get(text).strip().endsWith("?") ? level : levels.indexOf(style) + 1;
        out.add("", text + 1);
        out.add("#".repeat(Math.min(6, levels.indexOf(style) + 1)) + " "
                + RestInlines.convert(Indent.without(lines.get(text), columns).strip()), text + 1);
        out.add("", text + 1);
        inList = false;
        return i + (over ? 3 : 2);
    }

    private int directive(Matcher directive, int i, int end) {
        String name = directive.group(2).toLowerCase(Locale.ROOT);
        String argument = directive.group(3) == null ? "" : directive.group(3).strip();
        int blockEnd = Math.min(end, Indent.end(lines, i + 1, Indent.of(lines.get(i))));
        int content = i + 1;
        while (content < blockEnd && OPTION.matcher(lines.get(content)).matches()) {
            content++;
        }
        out.add("", i + 1);
        if (CODE.contains(name)) {
            fenced(argument, content, blockEnd);
        } else if (!INVISIBLE.contains(name)) {
            if (!argument.isEmpty() && !name.equals("figure")) {
                out.add("**" + RestInlines.convert(argument) + "**", i + 1);
                out.add("", i + 1);
            }
            convert(content, blockEnd, Indent.least(lines, content, blockEnd));
        }
        out.add("", i + 1);
        return Math.max(blockEnd, i + 1);
    }

    private int literal(String line, int i, int end) {
        String text = line.stripTrailing();
        String before = text.substring(0, text.length() - 2);
        if (!before.isBlank()) {
            add(before.endsWith(" ") ? before : before + ":", i);
        }
        int blockEnd = Math.min(end, Indent.end(lines, i + 1, Indent.of(lines.get(i))));
        if (blockEnd > i + 1 && i + 1 < end && lines.get(i + 1).isBlank()) {
            fenced("", i + 1, blockEnd);
            return blockEnd;
        }
        return i + 1;
    }

    private void fenced(String language, int start, int end) {
        int first = start;
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        if (first == end) {
            return;
        }
        out.add("", first + 1);
        out.add("````" + language.replaceAll("[^\\w+#.-]", ""), first + 1);
        int columns = Indent.least(lines, first, end);
        for (int i = first; i < end; i++) {
            out.add(Indent.without(lines.get(i), columns), i + 1);
        }
        out.add("````", end);
        out.add("", end);
    }

    private int text(String line, int i, int end) {
        if (BORDER.matcher(line).matches() || (ADORNMENT.matcher(line).matches() && line.strip().length() > 3)) {
            out.add("", i + 1);
            return i + 1;
        }
        boolean definition = Indent.of(line) == 0 && line.strip().endsWith("?") && i + 1 < end
                && !lines.get(i + 1).isBlank() && Indent.of(lines.get(i + 1)) > Indent.of(lines.get(i));
        if (definition && !ITEM.matcher(line).matches()) {
            // A term that asks, with its definition.
            int blockEnd = Math.min(end, Indent.end(lines, i + 1, Indent.of(lines.get(i))));
            out.add("", i + 1);
            out.add("#".repeat(Math.min(6, level + 1)) + " " + RestInlines.convert(line.strip()), i + 1);
            out.add("", i + 1);
            convert(i + 1, blockEnd, Indent.least(lines, i + 1, blockEnd));
            out.add("", blockEnd);
            return blockEnd;
        }
        // Links may go over several lines.
        String joined = line;
        int last = i;
        while (last + 1 < end && last - i < 4 && isOpen(joined) && !lines.get(last + 1).isBlank()) {
            joined = joined + " " + lines.get(++last).strip();
        }
        add(joined, i);
        return last + 1;
    }

    private static boolean isOpen(String line) {
        return line.length() < 5_000 && line.replace("``", "").chars().filter(c -> c == '`').count() % 2 == 1;
    }

    private void add(String line, int i) {
        if (ITEM.matcher(line).matches()) {
            inList = true;
        } else if (!line.isBlank() && Indent.of(line) == 0) {
            inList = false;
        }
        String text = line.replaceFirst("\\A(\\s*)\\(?#[.)]\\s", "$11. ").replaceFirst("\\A(\\s*)•\\s", "$1- ");
        // Indented text is a quote, which Markdown would take for code.
        String placed = inList || Indent.of(text) == 0 ? text : text.strip();
        out.add(RestInlines.convert(placed.replaceFirst("\\A\\| ", "")), i + 1);
    }
}
