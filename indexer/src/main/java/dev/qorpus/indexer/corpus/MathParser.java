package dev.qorpus.indexer.corpus;

import java.util.Set;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code $…$} and {@code $$…$$} so that underscores and stars in a formula are no emphasis. The rules
 * are pandoc's ({@code tex_math_dollars}): no blank after the opening dollar, none before the closing one, and
 * no digit after it, so that "$5 and $10" stays money.
 */
final class MathParser implements InlineContentParser {

    /** How many dollars that cannot close are passed over: a bound, or a line of dollars takes quadratic time. */
    private static final int CLOSERS = 8;

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
        if (dollars > 2 || Character.isWhitespace(scanner.peek()) || scanner.peek() == Scanner.END) {
            return ParsedInline.none();
        }
        for (int tried = 0; tried < CLOSERS && scanner.find('$') >= 0; tried++) {
            boolean blankBefore = Character.isWhitespace(scanner.peekPreviousCodePoint());
            boolean escaped = scanner.peekPreviousCodePoint() == '\\';
            int found = scanner.matchMultiple('$');
            if (found == dollars && !blankBefore && !escaped && !Character.isDigit(scanner.peek())) {
                String source = scanner.getSource(start, scanner.position()).getContent();
                return ParsedInline.of(new MathNode(source), scanner.position());
            }
        }
        return ParsedInline.none();
    }
}
