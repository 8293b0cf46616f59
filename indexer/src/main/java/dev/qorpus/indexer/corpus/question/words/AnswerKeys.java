package dev.qorpus.indexer.corpus.question.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.section.Place;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * The answers at the end of a quiz: "Answers: 1. b 2. c", or a list of numbered answers under such a title. Each belongs
 * to the question with its number.
 *
 * @param keys the keys, in order
 * @param answers the answers by the offsets of their questions
 */
public record AnswerKeys(List<Place> keys, Map<Integer, Given> answers) {

    /** No key. */
    public static final AnswerKeys NONE = new AnswerKeys(List.of(), Map.of());

    /** Fewer questions with an answer in a key are a coincidence. */
    private static final int FEWEST = 2;
    /** The longest answer that is a letter, perhaps with a bracket or emphasis. */
    private static final int LETTER = 6;

    /**
     * An answer in a key.
     *
     * @param place its place, with the number
     * @param text its Markdown
     */
    public record Given(Place place, String text) {}

    /** A key with its answers by number. */
    private record Key(Place place, Map<String, Given> answers) {}

    /**
     * Finds the keys whose numbers are those of questions before them.
     *
     * @param questions the numbers of what may be questions, by their offsets
     */
    public static AnswerKeys of(Node document, SourceText source, SortedMap<Integer, String> questions) {
        List<Place> keys = new ArrayList<>();
        Map<Integer, Given> answers = new HashMap<>();
        int from = 0;
        for (Node block : Blocks.children(document)) {
            Key key = block.getSourceSpans().isEmpty() ? null : key(block, source);
            if (key != null && key.place().start() >= from) {
                // Of several places with a number, the last one counts.
                Map<String, Integer> asked = new HashMap<>();
                questions.subMap(from, key.place().start()).forEach((start, number) -> asked.put(number, start));
                asked.keySet().retainAll(key.answers().keySet());
                if (asked.size() >= FEWEST && 2 * asked.size() >= key.answers().size()) {
                    keys.add(key.place());
                    asked.forEach((number, start) -> answers.put(start, key.answers().get(number)));
                }
                from = key.place().end();
            }
        }
        return keys.isEmpty() ? NONE : new AnswerKeys(keys, answers);
    }

    private static @Nullable Key key(Node block, SourceText source) {
        return switch (block) {
            case Paragraph paragraph -> {
                String text = Blocks.text(paragraph);
                Optional<AnswerKeyWords.Letters> letters = AnswerKeyWords.letters(text);
                yield letters.isPresent()
                        ? letters(Blocks.start(block), block, letters.get())
                        : below(block, AnswerKeyWords.title(text), source);
            }
            case Heading heading -> below(block, AnswerKeyWords.title(Blocks.text(heading)), source);
            case HtmlBlock html -> below(block,
                    html.getLiteral().length() > 200
                            ? Optional.empty()
                            : AnswerKeyWords.title(Jsoup.parseBodyFragment(html.getLiteral()).text()),
                    source);
            default -> null;
        };
    }

    private static Key letters(int start, Node block, AnswerKeyWords.Letters key) {
        Place place = new Place(start, Blocks.end(block));
        Map<String, Given> answers = new HashMap<>();
        key.letters().forEach((number, letter) -> answers.put(number,
                new Given(place, key.title() + ": " + letter)));
        return new Key(place, answers);
    }

    /** The key in the block below its title. */
    private static @Nullable Key below(Node block, Optional<String> title, SourceText source) {
        Node next = block.getNext();
        if (title.isEmpty() || next == null || next.getSourceSpans().isEmpty()) {
            return null;
        }
        int start = source.lineStart(Blocks.start(block));
        if (next instanceof Paragraph) {
            return AnswerKeyWords.pairs(Blocks.text(next))
                    .map(pairs -> letters(start, next, new AnswerKeyWords.Letters(title.get(), pairs))).orElse(null);
        }
        if (!(next instanceof OrderedList list)) {
            return null;
        }
        Map<String, Given> answers = new HashMap<>();
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node item : Blocks.children(list)) {
            if (item instanceof ListItem && item.getFirstChild() != null
                    && !item.getFirstChild().getSourceSpans().isEmpty()) {
                int content = Blocks.start(item.getFirstChild());
                String text = source.unnested(content, Blocks.end(item), new Nesting(source.column(content), false))
                        .strip();
                answers.put(String.valueOf(number), new Given(new Place(Blocks.start(item), Blocks.end(item)),
                        text.length() <= LETTER ? title.get() + ": " + text : text));
            }
            number++;
        }
        boolean folded = next.getNext() instanceof HtmlBlock html && html.getLiteral().strip().startsWith("</");
        return new Key(new Place(start, Blocks.end(folded ? next.getNext() : next)), answers);
    }

    /** Whether at least two questions have an answer in a key. */
    public boolean answer(IntStream questions) {
        return questions.filter(answers::containsKey).count() >= FEWEST;
    }

    /** Whether an offset is in a key. */
    public boolean contain(int offset) {
        return keys.stream().anyMatch(key -> offset >= key.start() && offset < key.end());
    }

    /** Where the first key begins between two offsets, or else the second one. */
    public int startBetween(int start, int end) {
        return keys.stream().mapToInt(Place::start).filter(key -> key >= start && key < end).findFirst().orElse(end);
    }

    /** The answer that a key gives to the question at an offset. */
    public Optional<Given> of(int question) {
        return Optional.ofNullable(answers.get(question));
    }
}
