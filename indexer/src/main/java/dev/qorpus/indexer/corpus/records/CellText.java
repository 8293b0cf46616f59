package dev.qorpus.indexer.corpus.records;

import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.html.HtmlToMarkdown;
import dev.qorpus.indexer.corpus.html.PlainText;

/** The text of a field. Nothing tells its format: HTML is recognised, and all else is stored as it is and shown as Markdown. */
final class CellText {

    private static final Pattern TAG = Pattern.compile(
            "</(?:p|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|table|td|tr|pre|code|blockquote|font|sub|sup)>|<(?:br|hr|p|img)\\b[^<>]{0,500}>"
                    + "|&(?:nbsp|amp|lt|gt|quot|#\\d{1,6}|[a-z]{2,8});",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTS = Pattern.compile(
            "\\A\\s*<(?:p|div|span|ul|ol|h[1-6]|table|b|i|strong|em|br)\\b",
            Pattern.CASE_INSENSITIVE);

    private CellText() {}

    /** The text as an answer; {@link Answer#NONE} if it is blank. */
    static Answer answer(String written) {
        String text = written.strip();
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n");
        }
        if (text.indexOf('\u0000') >= 0) {
            text = text.replace('\u0000', '\uFFFD');
        }
        if (isHtml(text)) {
            String markdown = HtmlToMarkdown.of(text);
            String plain = PlainText.ofMarkdown(markdown);
            return plain.isEmpty() ? Answer.NONE : new Answer(markdown, plain);
        }
        return text.isEmpty() ? Answer.NONE : new Answer(text, text);
    }

    /** Whether a text is HTML throughout. Markdown may have a tag too, but also line breaks and backquotes. */
    private static boolean isHtml(String text) {
        boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return marked && text.indexOf('`') < 0 && TAG.matcher(text).find()
                && (text.indexOf('\n') < 0 || STARTS.matcher(text).find());
    }
}
