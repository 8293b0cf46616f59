package dev.qorpus.indexer.corpus.flashcards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Finds flashcards in the paragraphs of a file: {@code front::back} and {@code front:::back}, the sides divided by a line with
 * {@code ?} or {@code ??}, a first line with a tag, and {@code Front:} and {@code Back:} lines.
 */
public final class Flashcards {

    private static final Pattern INLINE = Pattern
            .compile("(?<front>(?!.*\\{\\{c\\d)[^:`\\s](?:[^`]|`[^`]*`)*?(?<!:)):::?(?!:)(?<back>.*\\S.*)");
    private static final Pattern DIVIDER = Pattern.compile("\\s*\\?{1,2}\\s*");
    private static final Pattern FRONT = Pattern.compile("\\s*Front:\\s*(?<text>\\S.*)");
    private static final Pattern BACK = Pattern.compile("\\s*Back:\\s*(?<text>\\S.*)");
    private static final Pattern START = Pattern.compile("\\s*START\\s*");

    private final SourceText source;
    private final boolean announced;
    private final List<Flashcard> cards = new ArrayList<>();

    /** @param announced whether the file says that it has flashcards; in other files two colons are no card */
    public Flashcards(SourceText source, boolean announced) {
        this.source = source;
        this.announced = announced;
    }

    /** The cards, in order. */
    public List<Flashcard> cards() {
        return cards;
    }

    /** Reads a paragraph. */
    public void read(Paragraph paragraph) {
        List<SourceSpan> lines = paragraph.getSourceSpans();
        if (sides(lines) || !announced) {
            return;
        }
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (DIVIDER.matcher(line(lines.get(i))).matches()) {
                add(lines, 0, i, i + 1);
                return;
            }
        }
        if (lines.size() > 1 && DIVIDER.matcher(line(lines.getLast())).matches() && before(paragraph, lines)) {
            return;
        }
        boolean tagged = !INLINE.matcher(line(lines.getFirst())).matches()
                && !CardSyntax.tags(line(lines.getFirst())).isEmpty();
        if (tagged && lines.size() > 1 && !CardSyntax.withoutMarks(line(lines.getFirst())).isBlank()) {
            add(lines, 0, 1, 1);
            return;
        }
        for (SourceSpan line : lines) {
            Matcher card = INLINE.matcher(line(line));
            if (card.matches()) {
                int start = line.getInputIndex();
                cards.add(new Flashcard(start, card.group("front").strip(), start + card.start("back"),
                        start + line.getLength()));
            }
        }
    }

    /** Reads a card whose back is a list, or another block right behind the divider. */
    private boolean before(Paragraph paragraph, List<SourceSpan> lines) {
        Node back = paragraph.getNext();
        boolean adjacent = back != null && !back.getSourceSpans().isEmpty()
                && back.getSourceSpans().getFirst().getLineIndex() == lines.getLast().getLineIndex() + 1;
        if (adjacent) {
            int start = lines.getFirst().getInputIndex();
            cards.add(new Flashcard(start, source.slice(start, lines.getLast().getInputIndex()).strip(),
                    Blocks.start(back), Blocks.end(back)));
        }
        return adjacent;
    }

    /** Reads {@code Front:} and {@code Back:} lines, one card in a paragraph. */
    private boolean sides(List<SourceSpan> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher front = FRONT.matcher(line(lines.get(i)));
            if (front.matches()) {
                int back = i + 1;
                while (back < lines.size() && !BACK.matcher(line(lines.get(back))).matches()) {
                    back++;
                }
                if (back < lines.size()) {
                    int frontStart = lines.get(i).getInputIndex() + front.start("text");
                    String label = line(lines.get(back));
                    int backStart = lines.get(back).getInputIndex() + label.indexOf(':') + 1;
                    SourceSpan last = lines.getLast();
                    int first = START.matcher(line(lines.getFirst())).matches() ? 0 : i;
                    cards.add(new Flashcard(lines.get(first).getInputIndex(),
                            source.slice(frontStart, lines.get(back).getInputIndex()).strip(), backStart,
                            last.getInputIndex() + last.getLength()));
                    return true;
                }
            }
        }
        return false;
    }

    private void add(List<SourceSpan> lines, int first, int frontEnd, int back) {
        int start = lines.get(first).getInputIndex();
        SourceSpan lastFront = lines.get(frontEnd - 1);
        SourceSpan last = lines.getLast();
        cards.add(new Flashcard(start, source.slice(start, lastFront.getInputIndex() + lastFront.getLength()),
                lines.get(back).getInputIndex(), last.getInputIndex() + last.getLength()));
    }

    private String line(SourceSpan span) {
        return source.slice(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }
}
