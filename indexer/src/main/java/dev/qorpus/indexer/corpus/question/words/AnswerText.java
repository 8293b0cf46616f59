package dev.qorpus.indexer.corpus.question.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.Labels;
import dev.qorpus.indexer.corpus.markdown.Markdown;

/**
 * The text under a question, split into labels and answer. The answer has no comments, no word that announces it, and no
 * rules or "back to top" links at its end.
 *
 * @param markdown the Markdown of the answer; empty if there is no answer
 * @param labels the values of each label; a label without a value has an empty value
 */
public record AnswerText(String markdown, SortedMap<String, List<String>> labels) {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);

    private static final String WORD = "(?:" + LabelWords.ANSWER + "|Solution)";
    /** What an author says of an answer: {@code A (accepted):}. */
    private static final String NOTE = "(?: ?\\((?:accepted|correct|best|official|short|long|updated)[^()\\n]{0,20}\\))?";
    private static final String OPEN = "(?:[*_]{1,3}|<(?:b|strong|em|i|u)>)?\\s?";
    private static final String CLOSE = "\\s?(?:[*_]{1,3}|</(?:b|strong|em|i|u)>)?";
    private static final String NUMBER = LabelWords.ANSWER_NUMBER;
    /** A label with a colon behind it, or in brackets. */
    private static final String WITH_COLON = OPEN + "(?:(?:" + WORD + "|[ARО])" + NUMBER + NOTE + CLOSE
            + "\\s*[:：]|【(?:" + WORD + "|A)" + NUMBER + "】[:：]?|\\[" + WORD + NUMBER + "\\][:：]?)" + CLOSE
            + "(?=\\s|\\z|[^\\x00-\\x7F]|(?<=[：】][*_]{0,3}))[ \\t]*";
    /** A sign between a question and its answer. If the next line has it too, it is the sign of a list. */
    private static final String SIGN = "(?:[→⇒➡💡✅]\\uFE0F?|[-=]>|[—–])";
    /** A word that announces an answer: {@code A:}, {@code **Answer**:}, {@code #### Answer}. */
    private static final Pattern ANNOUNCED = Pattern.compile("\\A\\s*(?:#{1,6}\\s+" + OPEN + "(?:" + WORD
            + "|A(?=[ .]?\\d))" + NUMBER + CLOSE
            + "\\s*[:：]?[ \\t]*(?:#*[ \\t]*)(?:\\R|\\z)|(?:#{1,6}\\s+|[-*+]\\s+)?" + WITH_COLON + "|(?:#{1,6}\\s+)?"
            + OPEN + "(?:" + WORD + "|A)(?:[ .]?\\d{1,5})?[.)]" + CLOSE
            + "[ \\t]+(?!.*(?:\\n\\s*" + OPEN + ")?\\bB[.)])|" + OPEN + "(?:" + WORD + "|A)(?:[ .]?\\d{1,5}" + CLOSE
            + "(?:[ \\t]+[–—-])?[ \\t]+(?=\\p{Lu}|\\p{Lo})|" + NUMBER + CLOSE
            + "[ \\t]*(?:[．、]|[ \\t][–—-][ \\t]|\\t))[ \\t]*|(?:[*_]{2}|<(?:b|strong)>)" + WORD + NUMBER
            + "(?:[*_]{2}|</(?:b|strong)>)[ \\t]*(?:\\R|\\z)|(?:" + LabelWords.ANSWER + "|A(?=[ .]?\\d))" + NUMBER
            + "[ \\t]*\\R|[答답][ \\u3000]+(?=\\S)|[:：][ \\t]+(?=\\S)|" + SIGN
            + "[ \\t]+(?=\\S)(?!.*\\n\\s*" + SIGN + "))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A callout that holds the whole answer, with no title or one that announces it. */
    private static final Pattern CALLOUT = Pattern.compile("\\A\\s*>[ \\t]*\\[![\\w-]{1,30}\\][+-]?[ \\t]*(?:" + WORD
            + "|the answer)?[ \\t]*[:：]?[ \\t]*\\R(?<lines>(?:[ \\t]*>.*(?:\\R|\\z))+)\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern QUOTED = Pattern.compile("^[ \\t]*>[ \\t]?", Pattern.MULTILINE);
    private static final Pattern EMPHASIS = Pattern.compile("[*_]{1,3}");
    /** The label of a further answer. It begins a line, and its answer begins a paragraph. */
    private static final Pattern FURTHER = Pattern.compile("\\n[ ]{0,3}" + WITH_COLON,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String UP = "back to(?: the)? (?:top|toc|contents?|index|start|menu)|back|to(?: the)? top|(?:go )?top"
            + "|up|nach oben|volver(?: arriba)?|retour(?: en haut)?|наверх|回到顶部|返回顶部";
    /** A line that only links to the top of the page. */
    private static final Pattern TO_TOP = Pattern.compile(
            "[^\\p{L}\\p{N}\\n]{0,20}(?:<[^<>\\n]{0,300}>\\s*){0,4}[^\\p{L}\\p{N}\\n]{0,20}"
                    + "(?:" + UP
                    + ")?[^\\p{L}\\p{N}\\n]{0,20}(?:\\]\\(#[^()\\n]{0,300}\\)|\\]\\[[^\\]\\n]{0,100}\\]|</a>)(?:</\\w{1,10}>|[^\\p{L}\\p{N}\\n]){0,20}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern RULE = Pattern.compile(
            "\\s{0,3}(?:(?:-\\s*){3,}|(?:\\*\\s*){3,}|(?:_\\s*){3,}|<(?:br|hr)\\s*/?>|</?(?:div|p|center)>)\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Longer lines are neither rules nor links to the top. */
    private static final int LONGEST_END = 500;

    /** A piece of the body that is not part of the answer. */
    private record Cut(int start, int end) {}

    /** Splits the text under a question. */
    public static AnswerText of(String body) {
        List<Cut> cuts = new ArrayList<>();
        SortedMap<String, List<String>> labels = new TreeMap<>();
        // Without these signs there are no labels and no comments.
        if (body.contains("**") || body.contains("__") || body.contains("<!--")) {
            findCuts(body, cuts, labels);
        }
        String kept = withoutCallout(withoutEnd(withoutBlankStart(without(body, cuts))));
        Matcher announced = ANNOUNCED.matcher(kept);
        return new AnswerText(announced.lookingAt()
                ? withoutBlankStart(withoutFurtherLabels(withoutEmphasis(announced.group(),
                        kept.substring(announced.end()))))
                : kept, labels);
    }

    private static String withoutCallout(String text) {
        Matcher callout = CALLOUT.matcher(text.startsWith(">") && text.contains("[!") ? text : "");
        return callout.matches() ? QUOTED.matcher(callout.group("lines")).replaceAll("").strip() : text;
    }

    /** Removes the end of an emphasis that began before the label: {@code *A: …*}. */
    private static String withoutEmphasis(String label, String text) {
        Matcher emphasis = EMPHASIS.matcher(label.strip());
        if (!emphasis.lookingAt() || emphasis.find()) {
            return text;
        }
        String mark = EMPHASIS.matcher(label.strip()).results().findFirst().orElseThrow().group();
        int line = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String first = text.substring(0, line).stripTrailing();
        return first.endsWith(mark) && first.indexOf(mark) == first.length() - mark.length()
                ? first.substring(0, first.length() - mark.length()) + text.substring(line)
                : text;
    }

    /** Removes the labels of the second and further answers. In code they are text. */
    private static String withoutFurtherLabels(String text) {
        return (text.indexOf(':') < 0 && text.indexOf('：') < 0) || text.contains("```")
                ? text
                : FURTHER.matcher(text).replaceAll("\n\n");
    }

    private static void findCuts(String body, List<Cut> cuts, Map<String, List<String>> labels) {
        boolean leading = true;
        Node document = Markdown.parse(body);
        for (Node block : Blocks.children(document)) {
            List<Labels.Label> found = Labels.of(block);
            for (Labels.Label label : found) {
                boolean answer = label.name().equals(Labels.ANSWER);
                if (answer) {
                    cuts.add(new Cut(label.start(), label.valueStart()));
                } else if (leading) {
                    cuts.add(new Cut(label.start(), label.end()));
                    labels.put(label.name(), values(label, body));
                }
                // Bold words behind the label of the answer are part of the answer.
                leading &= !answer;
            }
            leading &= !found.isEmpty() || isComment(block);
        }
        document.accept(new Comments(body, cuts));
    }

    private static List<String> values(Labels.Label label, String body) {
        String value = body.substring(label.valueStart(), label.end()).strip();
        return label.name().equals("tags") ? List.of(value.split("\\s*,\\s*")) : List.of(value);
    }

    private static boolean isComment(Node block) {
        return block instanceof HtmlBlock html && COMMENT.matcher(html.getLiteral()).replaceAll("").isBlank();
    }

    private static String without(String body, List<Cut> cuts) {
        cuts.sort(Comparator.comparingInt(Cut::start));
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (Cut cut : cuts) {
            kept.append(body, at, Math.max(at, cut.start()));
            at = Math.max(at, cut.end());
        }
        return kept.append(body, at, body.length()).toString();
    }

    /** Removes blank lines at the start. The indentation of the first line stays, because it marks code. */
    private static String withoutBlankStart(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        String kept = text.substring(start);
        // A single blank comes from a label and is no indentation.
        return kept.startsWith("    ") || kept.startsWith("\t") ? kept : kept.stripLeading();
    }

    /** Removes rules and links to the top at the end, which separate this entry from the next. */
    private static String withoutEnd(String text) {
        String kept = text.stripTrailing();
        while (!kept.isEmpty()) {
            int lineStart = kept.lastIndexOf('\n') + 1;
            String line = kept.substring(lineStart);
            boolean separates = line.length() < LONGEST_END
                    && (RULE.matcher(line).matches() || TO_TOP.matcher(line.strip()).matches());
            if (!separates) {
                return kept;
            }
            kept = kept.substring(0, lineStart).stripTrailing();
        }
        return kept;
    }

    /** Collects the comments of a document, including nested ones. Comments in code are text. */
    private static final class Comments extends AbstractVisitor {
        private final String body;
        private final List<Cut> cuts;

        Comments(String body, List<Cut> cuts) {
            this.body = body;
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
            Matcher matcher = COMMENT.matcher(body.substring(start, Blocks.end(node)));
            while (matcher.find()) {
                cuts.add(new Cut(start + matcher.start(), start + matcher.end()));
            }
        }
    }
}
