package dev.qorpus.indexer.corpus.records;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** A tag, and the names of those that only format a few words or a paragraph. */
    private static final Pattern ANY_TAG = Pattern.compile("<(?<end>/?)(?<name>[a-z][a-z0-9]*)\\b[^<>]{0,500}>",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> FORMATTING = Set.of("p", "div", "span", "b", "i", "u", "em", "strong", "sub",
            "sup", "font", "code");
    private static final Pattern CHARACTER = Pattern.compile("&(?:amp|lt|gt|quot|#\\d{1,6});");

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

    /** The text as a question. A question may be about a tag, so that it is HTML only if its tags format it. */
    static String question(String written) {
        String text = isFormatted(written) ? PlainText.ofMarkdown(HtmlToMarkdown.of(written)) : "";
        return text.isBlank() ? written : text;
    }

    /** Whether all tags are pairs that only format, or there are no tags but characters written as entities. */
    private static boolean isFormatted(String text) {
        Map<String, Integer> open = new HashMap<>();
        Matcher tag = ANY_TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group("name").toLowerCase(Locale.ROOT);
            if (!FORMATTING.contains(name)) {
                return false;
            }
            open.merge(name, tag.group("end").isEmpty() ? 1 : -1, Integer::sum);
        }
        boolean marked = !open.isEmpty() || CHARACTER.matcher(text).find();
        return marked && open.values().stream().allMatch(count -> count == 0);
    }

    /** Whether a text is HTML throughout. Markdown may have a tag too, but also line breaks and backquotes. */
    private static boolean isHtml(String text) {
        boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return marked && text.indexOf('`') < 0 && TAG.matcher(text).find()
                && (text.indexOf('\n') < 0 || STARTS.matcher(text).find());
    }
}
