package dev.qorpus.indexer.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;

/** Turns the blocks under a question into its entry, and notes what is missing. One for each file. */
final class EntryBuilder {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

    /** A piece of the source that is no part of the answer. */
    private record Cut(int start, int end) {}

    private final String file;
    private final String source;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** By label in lower case, the link reference definitions of the whole file. */
    private final Map<String, LinkReferenceDefinition> definitions = new TreeMap<>();

    EntryBuilder(String file, String source, Node document) {
        this.file = file;
        this.source = source;
        for (Node block : Blocks.children(document)) {
            if (block instanceof LinkReferenceDefinition definition) {
                definitions.putIfAbsent(definition.getLabel().toLowerCase(Locale.ROOT), definition);
            }
        }
    }

    MarkdownParser.Parsed parsed() {
        if (entries.isEmpty()) {
            findings.add(new Finding(Finding.Rule.FILE_WITHOUT_QUESTION, file, 1, null, "no question was recognised; "
                    + "questions are headings that are numbered, end with '?', or have text under them"));
        }
        return new MarkdownParser.Parsed(List.copyOf(entries), List.copyOf(findings));
    }

    void entry(Heading heading, QuestionHeading question, String anchor, List<String> section, List<Node> blocks) {
        EntryId id = new EntryId(file + "#" + anchor);
        int line = Blocks.line(heading);
        SortedMap<String, List<String>> labels = new TreeMap<>();
        String markdown = markdown(trimmed(blocks), labels);
        Answer answer = markdown.isEmpty() ? Answer.NONE : new Answer(markdown, PlainText.ofMarkdown(markdown));
        boolean emptyLabel = labels.values().removeIf(values -> values.getFirst().isEmpty());
        Entry entry = new Entry(id, question.number(), question.question(), answer, section, labels, file, line);
        entries.add(entry);
        if (!entry.answered()) {
            findings.add(new Finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, file, line, id,
                    "'" + entry.question() + "' has no answer yet"));
        } else if (emptyLabel) {
            findings.add(new Finding(Finding.Rule.EMPTY_LABEL, file, line, id,
                    "'" + entry.question() + "' has a label without a value"));
        }
    }

    /** Without the rules and comments at the end, which divide this entry from the next. */
    private static List<Node> trimmed(List<Node> blocks) {
        int end = blocks.size();
        while (end > 0 && (blocks.get(end - 1) instanceof ThematicBreak || isComment(blocks.get(end - 1)))) {
            end--;
        }
        return blocks.subList(0, end);
    }

    private static boolean isComment(Node block) {
        return block instanceof HtmlBlock html && COMMENT.matcher(html.getLiteral()).replaceAll("").isBlank();
    }

    /** The answer's source: all of it but comments and labels, whose values go into {@code labels}. */
    private String markdown(List<Node> blocks, Map<String, List<String>> labels) {
        if (blocks.isEmpty()) {
            return "";
        }
        List<Cut> cuts = new ArrayList<>();
        for (Node block : blocks) {
            for (Labels.Label label : Labels.of(block)) {
                boolean answer = label.name().equals(Labels.ANSWER);
                cuts.add(new Cut(label.start(), answer ? label.valueStart() : label.end()));
                if (!answer) {
                    labels.put(label.name(), List.of(source.substring(label.valueStart(), label.end()).strip()));
                }
            }
            block.accept(new Comments(cuts));
        }
        cuts.sort((a, b) -> Integer.compare(a.start(), b.start()));
        StringBuilder kept = new StringBuilder();
        int at = Blocks.start(blocks.getFirst());
        for (Cut cut : cuts) {
            kept.append(source, at, Math.max(at, cut.start()));
            at = Math.max(at, cut.end());
        }
        kept.append(source, at, Math.max(at, Blocks.end(blocks.getLast())));
        return withDefinitions(withoutBlankEnds(kept.toString()));
    }

    /** Followed by the definitions it refers to, which authors keep at the end of the file. */
    private String withDefinitions(String markdown) {
        String lower = markdown.toLowerCase(Locale.ROOT);
        StringBuilder all = new StringBuilder(markdown);
        definitions.forEach((label, definition) -> {
            if (lower.contains("[" + label + "]") && !lower.contains("[" + label + "]:")) {
                all.append(all.length() == markdown.length() ? "\n\n" : "\n").append('[').append(label).append("]: <")
                        .append(definition.getDestination()).append('>');
            }
        });
        return all.toString();
    }

    /** Keeps the first line's indentation, which makes it code. */
    private static String withoutBlankEnds(String text) {
        String[] lines = text.stripTrailing().split("\n", -1);
        int first = 0;
        while (first < lines.length - 1 && lines[first].isBlank()) {
            first++;
        }
        String kept = String.join("\n", List.of(lines).subList(first, lines.length));
        // Behind a label stands one blank, not an indentation.
        return kept.startsWith(" ") && !kept.startsWith("    ") ? kept.stripLeading() : kept;
    }

    /** Collects the comments of a block and of what is nested in it. */
    private final class Comments extends AbstractVisitor {
        private final List<Cut> cuts;

        Comments(List<Cut> cuts) {
            this.cuts = cuts;
        }

        @Override
        public void visit(HtmlBlock block) {
            cut(block);
        }

        @Override
        public void visit(HtmlInline inline) {
            cut(inline);
        }

        private void cut(Node node) {
            int start = Blocks.start(node);
            var matcher = COMMENT.matcher(source.substring(start, Blocks.end(node)));
            while (matcher.find()) {
                cuts.add(new Cut(start + matcher.start(), start + matcher.end()));
            }
        }
    }
}
