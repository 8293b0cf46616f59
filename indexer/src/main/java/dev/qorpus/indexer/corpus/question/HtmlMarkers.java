package dev.qorpus.indexer.corpus.question;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds headings, {@code <details>} elements, definition lists and bold paragraphs that are written as HTML. It follows the tags through the source, because
 * Markdown splits an element into blocks at blank lines.
 */
final class HtmlMarkers {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
    /** Tags are short. The limit keeps a file of a million {@code <details} linear. */
    private static final Pattern TAG = Pattern.compile("<(/?)(details|summary|d[lt]|dd|h[1-6])\\b([^<>]{0,1000})>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)\\s*=\\s*[\"']([^\"'<>]{1,300})[\"']",
            Pattern.CASE_INSENSITIVE);

    /** A paragraph that is emphasised as a whole and asks. */
    private static final Pattern BOLD = Pattern.compile(
            "<p\\b[^<>]{0,200}>\\s{0,9}<(strong|b|em|i|u)>([^<>]{1,300})</\\1>\\s{0,9}(?:</p>|<br)",
            Pattern.CASE_INSENSITIVE);

    /** An element that is not closed yet. */
    private record Open(String name, int start, int inside, int summaryStart, int summaryEnd, int summaryBehind) {
        Open withSummary(int from, int to, int behind) {
            return new Open(name, start, inside, from, to, behind);
        }
    }

    private final SourceText source;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<QuestionMarker> markers = new ArrayList<>();
    /** Whether the last term of a definition list asks. */
    private boolean defining;

    private HtmlMarkers(SourceText source) {
        this.source = source;
    }

    /** Finds the markers of a document, in order. */
    static List<QuestionMarker> of(Node document, SourceText source) {
        HtmlMarkers found = new HtmlMarkers(source);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                found.read(Blocks.start(block), Blocks.end(block));
            }

            @Override
            public void visit(HtmlInline inline) {
                found.read(Blocks.start(inline), Blocks.end(inline));
            }
        });
        return found.markers;
    }

    /** Replaces comments by blanks, so that offsets do not change. */
    static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(comment -> " ".repeat(comment.end() - comment.start()));
    }

    private void read(int start, int end) {
        String html = withoutComments(source.slice(start, end));
        BOLD.matcher(html).results().filter(bold -> HeadingWords.endsAsQuestion(bold.group(2).strip()))
                .forEach(bold -> add(Form.BOLD, start + bold.start(), start + bold.end(2) + "</>".length()
                        + bold.group(1).length(), bold.group(2)));
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(java.util.Locale.ROOT);
            if (tag.group(1).isEmpty()) {
                open.push(new Open(name, start + tag.start(), start + tag.end(), -1, -1, -1));
            } else {
                close(name, start + tag.start(), start + tag.end());
            }
        }
    }

    /** Closes the innermost element of a name. Elements inside it that are still open are dropped. */
    private void close(String name, int from, int behind) {
        if (open.stream().noneMatch(element -> element.name().equals(name))) {
            return;
        }
        Open element = open.pop();
        while (!element.name().equals(name)) {
            element = open.pop();
        }
        Open outer = open.peek();
        if (name.equals("summary")) {
            if (outer != null && outer.name().equals("details") && outer.summaryStart() < 0) {
                open.push(open.pop().withSummary(element.inside(), from, behind));
            }
        } else if (name.equals("details")) {
            details(element, from);
        } else if (name.startsWith("d")) {
            definition(element, from, behind);
        } else if (open.stream().noneMatch(around -> around.name().equals("summary"))) {
            heading(element, from, behind);
        }
    }

    private void details(Open element, int end) {
        if (element.summaryStart() >= 0) {
            String summary = source.slice(element.summaryStart(), element.summaryEnd());
            QuestionText words = QuestionText.ofMarkdown(Jsoup.parseBodyFragment(summary).text());
            markers.add(new QuestionMarker(Form.DETAILS, element.start(), element.summaryBehind(), end, 0, words,
                    anchor(source.slice(element.start(), element.summaryEnd())), nesting(element.start())));
        }
    }

    /** A term that asks is a question, and the definitions below it are its answer. */
    private void definition(Open element, int from, int behind) {
        String inner = source.slice(element.inside(), from);
        if (element.name().equals("dt")) {
            defining = HeadingWords.endsAsQuestion(Jsoup.parseBodyFragment(inner).text());
            if (defining) {
                add(Form.LABEL, element.start(), behind, inner);
            }
        } else if (defining && element.name().equals("dd") && markers.getLast().form() == Form.LABEL) {
            QuestionMarker last = markers.removeLast();
            markers.add(new QuestionMarker(Form.LABEL, last.start(), last.bodyStart(), from, 0, last.words(), null,
                    last.nesting()));
        }
    }

    private void add(Form form, int start, int body, String html) {
        QuestionText words = QuestionText.of(Jsoup.parseBodyFragment(html).text().strip());
        markers.add(new QuestionMarker(form, start, body, source.length(), 0,
                form == Form.LABEL ? words.asLabelled() : words, null, nesting(start)));
    }

    private void heading(Open element, int from, int behind) {
        String inner = source.slice(element.inside(), from);
        String text = Jsoup.parseBodyFragment(inner).text().strip();
        if (!text.isEmpty()) {
            markers.add(new QuestionMarker(Form.HEADING, element.start(), behind, source.length(),
                    element.name().charAt(1) - '0',
                    QuestionText.of(text), anchor(source.slice(element.start(), from)), nesting(element.start())));
        }
    }

    /** The nesting of an element in a list item is its indentation. */
    private Nesting nesting(int start) {
        String before = source.slice(source.lineStart(start), start);
        return before.isBlank() ? new Nesting(before.length(), false) : Nesting.NONE;
    }

    private static @Nullable String anchor(String html) {
        Matcher anchor = ANCHOR.matcher(html);
        return anchor.find() ? anchor.group(1) : null;
    }
}
