package dev.qorpus.indexer.corpus.markdown;

import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Parses formulas between dollar signs, {@code $…$} and {@code $$…$$}, so that underscores and stars in them are no
 * emphasis. The rules are pandoc's ({@code tex_math_dollars}): no blank after the opening dollar, no blank before the
 * closing dollar, and no digit after it. So "$5 and $10" is text. Between double dollars, blanks and line breaks are
 * allowed if the formula has a sign of LaTeX. So "from $$ to $$" is text.
 */
public final class MathParser implements InlineContentParser {

    /** The number of dollars that are tried as the end of a formula. Without a limit, a line of dollars takes quadratic time. */
    private static final int CLOSERS = 8;
    private static final Pattern LATEX = Pattern.compile("[\\\\^_{}=]");

    static final InlineContentParserFactory FACTORY = new InlineContentParserFactory() {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new MathParser();
        }
    };

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        int dollars = scanner.matchMultiple('$');
        boolean blank = Character.isWhitespace(scanner.peek());
        if (dollars > 2 || scanner.peek() == Scanner.END || (blank && dollars == 1)) {
            return ParsedInline.none();
        }
        for (int tried = 0; tried < CLOSERS && scanner.find('$') >= 0; tried++) {
            boolean blankBefore = Character.isWhitespace(scanner.peekPreviousCodePoint());
            boolean escaped = scanner.peekPreviousCodePoint() == '\\';
            int found = scanner.matchMultiple('$');
            boolean apart = blank || blankBefore;
            boolean closes = found == dollars && !escaped && !Character.isDigit(scanner.peek());
            if (closes && !(apart && dollars == 1)) {
                String source = scanner.getSource(start, scanner.position()).getContent();
                return apart && !LATEX.matcher(source).find()
                        ? ParsedInline.none()
                        : ParsedInline.of(new MathNode(source), scanner.position());
            }
            if (dollars == 1 && !escaped) {
                // A formula contains no other dollar: in "$5, and $x$" only x is a formula.
                return ParsedInline.none();
            }
        }
        return ParsedInline.none();
    }
}
