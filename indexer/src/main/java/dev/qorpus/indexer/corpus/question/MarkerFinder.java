package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.flashcards.CardSyntax;
import dev.qorpus.indexer.corpus.flashcards.Flashcard;
import dev.qorpus.indexer.corpus.flashcards.Flashcards;
import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.Labels;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/** Finds all places of a document that have the form of a question, in order. */
final class MarkerFinder extends AbstractVisitor {

    /** The anchor {@code {#name}} of kramdown, pandoc and Docusaurus. */
    private static final Pattern ATTRIBUTES = Pattern
            .compile("\\s*\\{:?\\s*#(?<name>[^\\s{}]{1,300})[^{}]{0,200}\\}\\s*\\z");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?<number>\\d{1,9})[.)]\\s*\\z");
    /** {@code ###Heading}, which is no heading in CommonMark, but common. */
    private static final Pattern TIGHT_HEADING = Pattern.compile("(?<level>#{2,6})(?<text>[^#\\s].*?)#*\\s*");
    private static final Pattern TASK_BOX = Pattern.compile("\\A\\[[ xX]\\]\\s+");

    /** The markers, and the offsets of lines that are labelled as answers. */
    record Found(List<QuestionMarker> markers, List<Integer> answers) {}

    private final SourceText source;
    private final List<QuestionMarker> markers = new ArrayList<>();
    /** The offsets of bold labels such as {@code **T:**}. */
    private final TreeSet<Integer> labelled = new TreeSet<>();
    private final LabelledLines labels;
    private final Callouts callouts;
    private final QuestionTables tables;
    private final PlainLines lines;
    private final Flashcards cards;
    private final boolean decked;
    private int depth;

    private MarkerFinder(SourceText source, boolean cards) {
        this.source = source;
        this.cards = new Flashcards(source, cards);
        this.decked = cards;
        this.labels = new LabelledLines(source, markers);
        this.callouts = new Callouts(source, markers);
        this.tables = new QuestionTables(source, markers);
        this.lines = new PlainLines(source, markers);
    }

    /** @param cards whether the file says that it has flashcards */
    static Found find(Node document, SourceText source, boolean cards) {
        MarkerFinder finder = new MarkerFinder(source, cards);
        document.accept(finder);
        finder.addCards();
        finder.labels.finish();
        finder.lines.finish();
        List<QuestionMarker> html = HtmlMarkers.of(document, source);
        // A heading inside a summary is part of the summary.
        finder.markers.removeIf(marker -> html.stream().anyMatch(details -> details.form() == Form.DETAILS
                && marker.start() >= details.start() && marker.start() < details.bodyStart()));
        finder.markers.addAll(html);
        finder.markers.sort(Comparator.comparingInt(QuestionMarker::start));
        CardHeadings.replace(finder.markers, source);
        finder.labelled.addAll(finder.labels.answers());
        return new Found(finder.withLabels(), finder.labels.answers());
    }

    private void addCards() {
        for (Flashcard card : cards.cards()) {
            QuestionText words = QuestionText.ofMarkdown(CardSyntax.withoutMarks(CardSyntax.withoutTags(card.front())));
            List<String> tags = new ArrayList<>(CardSyntax.tags(card.front()));
            tags.addAll(CardSyntax.tags(source.slice(card.backStart(), card.backEnd())));
            markers.add(
                    new QuestionMarker(Form.CARD, source.lineStart(card.start()), card.backStart(), card.backEnd(), 0,
                            words.asCard(tags), null,
                            new Nesting(source.column(card.start()), false)));
        }
    }

    private QuestionText card(QuestionText words) {
        return decked ? words.asCard() : words;
    }

    /** Marks headings as labelled if a label follows before any labelled question. */
    private List<QuestionMarker> withLabels() {
        TreeSet<Integer> asked = new TreeSet<>();
        List<QuestionMarker> marked = new ArrayList<>();
        int nextHeading = source.length();
        for (QuestionMarker marker : markers.reversed()) {
            if (marker.form() == Form.LABEL || isNumbered(marker)) {
                asked.add(marker.start());
            }
            Integer label = marker.isHeading() ? labelled.ceiling(marker.bodyStart()) : null;
            Integer question = marker.isHeading() ? asked.ceiling(marker.bodyStart()) : null;
            boolean own = label != null && label < nextHeading && (question == null || label < question);
            marked.add(own ? marker.withWords(marker.words().asLabelled()) : marker);
            nextHeading = marker.isHeading() ? marker.start() : nextHeading;
        }
        return marked.reversed();
    }

    /** Whether a marker is a numbered item or bold line that asks, as in a quiz. The label behind it is its answer's. */
    private static boolean isNumbered(QuestionMarker marker) {
        QuestionText words = marker.words();
        return (marker.form() == Form.ITEM || marker.form() == Form.BOLD) && words.number() != null
                && (HeadingWords.endsAsQuestion(words.question())
                        || InlineLayout.answeredInLine(words.question()) > 0);
    }

    @Override
    public void visit(Heading heading) {
        boolean inItem = heading.getParent() instanceof ListItem && heading.getPrevious() == null;
        if (!inItem && !(heading.getParent() instanceof Document)) {
            return;
        }
        String text = Blocks.text(heading);
        Matcher attributes = ATTRIBUTES.matcher(text);
        String anchor = attributes.find() ? attributes.group("name") : null;
        String words = anchor == null ? text : text.substring(0, attributes.start());
        if (!words.isBlank()) {
            int start = Blocks.start(heading);
            Nesting nesting = inItem ? new Nesting(source.column(start), false) : Nesting.NONE;
            markers.add(new QuestionMarker(inItem ? Form.ITEM_HEADING : Form.HEADING, source.lineStart(start),
                    source.lineEnd(Blocks.end(heading)), source.length(), heading.getLevel(),
                    card(QuestionText.of(words)).numbered(listNumber(start)), anchor, nesting));
        }
    }

    @Override
    public void visit(ListItem item) {
        depth++;
        if (item.getFirstChild() instanceof Paragraph paragraph && !isLink(paragraph)) {
            int start = Blocks.start(paragraph);
            QuestionText words = card(QuestionText.of(TASK_BOX.matcher(Blocks.text(paragraph)).replaceAll("")));
            // The answer may be in the line of the question, behind a sign.
            Optional<MatchResult> answered = paragraph.getSourceSpans().size() > 1
                    ? Optional.empty()
                    : PlainLines.answered(source.slice(start, Blocks.end(paragraph)));
            QuestionMarker marker = new QuestionMarker(words.tags().isEmpty() ? Form.ITEM : Form.CARD,
                    source.lineStart(start),
                    answered.map(line -> start + line.start("answer")).orElse(Blocks.end(paragraph)), Blocks.end(item),
                    depth,
                    answered.map(line -> QuestionText.ofMarkdown(line.group("question"))).orElse(words)
                            .numbered(listNumber(start)),
                    null, new Nesting(source.column(start), false));
            markers.add(marker);
            labels.read(marker, item);
        }
        visitChildren(item);
        depth--;
    }

    @Override
    public void visit(BlockQuote quote) {
        callouts.read(quote);
        labels.read(quote);
        lines.read(quote);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            tables.read(table);
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        callouts.read(paragraph);
        labels.read(paragraph);
        cards.read(paragraph);
        lines.read(paragraph);
        Labels.of(paragraph).forEach(label -> labelled.add(label.start()));
        tightHeading(paragraph);
        if (!(paragraph.getParent() instanceof ListItem) || paragraph.getPrevious() == null) {
            Blocks.children(paragraph).forEach(this::boldLine);
        }
    }

    private void tightHeading(Paragraph paragraph) {
        int start = Blocks.start(paragraph);
        int end = source.lineEnd(start);
        Matcher heading = TIGHT_HEADING.matcher(source.slice(start, end).strip());
        if (paragraph.getParent() instanceof Document && heading.matches()) {
            markers.add(new QuestionMarker(Form.HEADING, source.lineStart(start), end, source.length(),
                    heading.group("level").length(), QuestionText.ofMarkdown(heading.group("text")), null,
                    Nesting.NONE));
        }
    }

    /** Adds a line that is bold as a whole, or that begins with a bold question. */
    private void boldLine(Node inline) {
        Node bold = inline instanceof Emphasis && inline.getFirstChild() instanceof StrongEmphasis strong
                && strong.getNext() == null ? strong : inline;
        if (!(bold instanceof StrongEmphasis) || !isBreak(inline.getPrevious())) {
            return;
        }
        String text = Blocks.text(bold);
        boolean wholeLine = isBreak(inline.getNext()) || (inline.getNext() instanceof Text rest
                && isBreak(rest.getNext()) && rest.getLiteral().strip().length() < 2);
        if (!wholeLine && !HeadingWords.endsAsQuestion(text)) {
            // A bold number, perhaps with a name, before a question that is not bold: the whole line is the question.
            text = QuestionText.of(text + " x").number() == null ? "" : line(inline);
            wholeLine = true;
        }
        if (!text.isBlank()) {
            int start = Blocks.start(inline);
            int end = wholeLine ? source.lineEnd(start) : Blocks.end(inline);
            markers.add(new QuestionMarker(Form.BOLD, source.lineStart(start), end, source.length(), 0,
                    QuestionText.of(text).numbered(listNumber(start)), null,
                    new Nesting(source.column(start), false)));
        }
    }

    private static String line(Node first) {
        StringBuilder line = new StringBuilder();
        for (Node inline = first; inline != null && !isBreak(inline); inline = inline.getNext()) {
            line.append(inline instanceof Text text ? text.getLiteral() : Blocks.text(inline));
        }
        return line.toString().strip();
    }

    private static boolean isBreak(@Nullable Node inline) {
        return inline == null || inline instanceof SoftLineBreak || inline instanceof HardLineBreak;
    }

    /** The number before an offset in its line, as in a numbered list. */
    private @Nullable String listNumber(int start) {
        Matcher number = LIST_NUMBER.matcher(source.slice(source.lineStart(start), start));
        return number.find() ? number.group("number") : null;
    }

    /** Whether a paragraph consists of links only, as in a table of contents. */
    private static boolean isLink(Paragraph paragraph) {
        return Blocks.children(paragraph).stream()
                .allMatch(inline -> inline instanceof Link || inline instanceof SoftLineBreak
                        || (inline instanceof Text text && text.getLiteral().isBlank()));
    }
}
