package dev.qorpus.indexer.corpus.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds questions in callouts: {@code !!! question "…"} and {@code ??? faq "…"} (Python-Markdown, MkDocs),
 * {@code :::question …} (Docusaurus, pandoc), and {@code > [!question] …} (Obsidian).
 * A folded callout of another kind is one if its title asks.
 */
final class Callouts {

    private static final String KINDS = "(?:question|faq|help|q&a)";
    private static final Pattern ADMONITION = Pattern.compile(
            "(?:!!!|(?<folded>\\?\\?\\?\\+?))\\s+(?:(?<kind>" + KINDS
                    + ")|[\\w-]{1,30})(?:\\s+[\\w -]{0,40})?(?:\\s*[\"“](?<title>.*)[\"”])?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTAINER = Pattern.compile(
            "(?<colons>:{3,})\\s*\\{?\\.?" + KINDS + "\\b[^\\s\\[]{0,40}\\s*\\[?(?<title>[^\\]\\n]*)\\]?\\}?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALERT = Pattern.compile(
            "\\[!(?:(?<kind>" + KINDS + ")|[\\w-]{1,30})\\](?<folded>[+-])?\\s*(?<title>.*)",
            Pattern.CASE_INSENSITIVE);
    /** The indentation of a callout's content in Python-Markdown. */
    private static final int INDENTATION = 4;

    private final SourceText source;
    private final List<QuestionMarker> markers;

    /** @param markers receives the questions */
    Callouts(SourceText source, List<QuestionMarker> markers) {
        this.source = source;
        this.markers = markers;
    }

    /** Reads the first line of a paragraph. */
    void read(Paragraph paragraph) {
        int start = Blocks.start(paragraph);
        String line = source.slice(start, source.lineEnd(start)).strip();
        Matcher admonition = ADMONITION.matcher(line);
        if (isQuestion(admonition)) {
            int column = source.column(start);
            int end = endOfIndented(source.lineEnd(start), column + INDENTATION);
            add(start, end, admonition.group("title"), new Nesting(column + INDENTATION, false));
            return;
        }
        Matcher container = CONTAINER.matcher(line);
        if (container.matches()) {
            int end = source.text().indexOf("\n" + container.group("colons"), source.lineEnd(start) - 1);
            add(start, end < 0 ? source.length() : end, container.group("title"), Nesting.NONE);
        }
    }

    /** Reads the first line of a quote. */
    void read(BlockQuote quote) {
        Node first = quote.getFirstChild();
        if (first instanceof Paragraph) {
            int start = Blocks.start(first);
            Matcher alert = ALERT.matcher(source.slice(start, source.lineEnd(start)).strip());
            if (isQuestion(alert)) {
                int column = Blocks.start(quote) - source.lineStart(start);
                add(start, Blocks.end(quote), alert.group("title"), new Nesting(column, true));
            }
        }
    }

    /** Whether a line begins a callout for questions, or a folded or labelled one of any kind that asks. */
    private static boolean isQuestion(Matcher line) {
        if (!line.matches()) {
            return false;
        }
        String title = line.group("title");
        boolean asks = title != null && HeadingWords.endsAsQuestion(title);
        return line.group("kind") != null
                || (asks && (line.group("folded") != null || QuestionText.of(title).labelled()));
    }

    /** The end of the lines that are blank or indented by at least so many columns. */
    private int endOfIndented(int from, int columns) {
        int end = from;
        for (int at = from; at < source.length(); at = source.lineEnd(at)) {
            String line = source.slice(at, source.lineEnd(at));
            String tabs = line.replace("\t", " ".repeat(INDENTATION));
            if (!line.isBlank() && tabs.length() - tabs.stripLeading().length() < columns) {
                break;
            }
            end = line.isBlank() ? end : source.lineEnd(at);
        }
        return end;
    }

    private void add(int start, int end, @Nullable String title, Nesting nesting) {
        int body = source.lineEnd(start);
        QuestionText words = QuestionText.ofMarkdown(title == null ? "" : title);
        markers.add(new QuestionMarker(Form.CALLOUT, source.lineStart(start), body, Math.max(body, end), 0, words, null,
                nesting));
    }
}
