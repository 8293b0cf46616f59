package dev.qorpus.indexer.corpus.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Writes running text into one block: collapses white space, and keeps formulas as they are. */
final class InlineWriter {

    /** A formula between dollar signs, as {@code MathParser} reads it. */
    private static final Pattern MATH = Pattern
            .compile("(\\${1,2})(?![\\s$])[^$]{1,2000}(?<![\\s\\\\])\\1(?![\\d$])");

    private final Node block;
    private final StringBuilder text = new StringBuilder();
    /** Whether a blank is due before the next word. */
    private boolean blank;
    /** The last character written, or a line feed at the start of a line. */
    private char last = '\n';

    InlineWriter(Node block) {
        this.block = block;
    }

    /** A writer that has written a text. */
    static InlineWriter of(String text, Node block) {
        InlineWriter writer = new InlineWriter(block);
        writer.text(text);
        return writer;
    }

    void text(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                blank = true;
            } else {
                writeBlank();
                text.append(c);
                last = c;
            }
        }
    }

    /** Writes a blank before the next word, if the condition holds. */
    void blankIf(boolean condition) {
        blank |= condition;
    }

    void lineBreak() {
        if (last != '\n') {
            flush();
            block.appendChild(new HardLineBreak());
            last = '\n';
        }
        blank = false;
    }

    /**
     * Adds a node.
     *
     * @param end the last character that it is rendered as
     */
    void node(Node node, char end) {
        writeBlank();
        flush();
        block.appendChild(node);
        last = end;
    }

    /** Adds an opening tag. */
    void openingTag(String name) {
        node(html("<" + name + ">"), '>');
    }

    /** Adds a closing tag. A blank that is due comes after it. */
    void closingTag(String name) {
        boolean due = blank;
        blank = false;
        node(html("</" + name + ">"), '>');
        blank = due;
    }

    /** Whether an emphasis mark at this place is read as one. */
    boolean canEmphasize() {
        return !Character.isLetterOrDigit(blank ? ' ' : last) && last != '*';
    }

    private void writeBlank() {
        if (blank && last != '\n') {
            text.append(' ');
            last = ' ';
        }
        blank = false;
    }

    private void flush() {
        String words = text.toString();
        text.setLength(0);
        boolean lineStart = block.getLastChild() == null || block.getLastChild() instanceof HardLineBreak;
        // At the start of a line a plus is a list item, and the renderer does not escape it.
        if (lineStart && words.startsWith("+")) {
            block.appendChild(html("&#43;"));
            words = words.substring(1);
        }
        int at = 0;
        for (Matcher math = MATH.matcher(words); math.find(); at = math.end()) {
            append(words.substring(at, math.start()));
            block.appendChild(html(math.group()));
        }
        append(words.substring(at));
    }

    /** A node that is rendered as it is. */
    private static HtmlInline html(String source) {
        HtmlInline html = new HtmlInline();
        html.setLiteral(source);
        return html;
    }

    private void append(String words) {
        if (!words.isEmpty()) {
            block.appendChild(new Text(words));
        }
    }

    /** Completes the block, without blanks and line breaks at its end. */
    void end() {
        flush();
        while (block.getLastChild() instanceof HardLineBreak end) {
            end.unlink();
        }
    }

    /** Completes the block, and appends it to another node unless it is empty. */
    void endIn(Node target) {
        end();
        if (block.getFirstChild() != null) {
            target.appendChild(block);
        }
    }
}
