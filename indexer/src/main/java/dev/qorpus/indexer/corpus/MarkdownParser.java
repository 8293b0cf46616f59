package dev.qorpus.indexer.corpus;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Finds the entries of a Markdown file: the headings that are questions, what stands under each, and the
 * headings above. Thread-safe: every call makes fresh state.
 *
 * <p>A heading is a question when it is numbered, ends with a question mark, or has a {@code **T:**} or
 * {@code **A:**} label under it. In a file without such headings, every heading with text right under it is
 * one. A first heading that is the only one of level 1 is the document's title, not a section.
 */
public final class MarkdownParser {

    /** What a file holds, in its order. */
    public record Parsed(List<Entry> entries, List<Finding> findings) {}

    /** A heading with the blocks up to the next one. */
    private record Part(Heading heading, QuestionHeading question, String anchor, List<Node> blocks) {
        boolean isEvident() {
            return question.isEvident() || blocks.stream().anyMatch(block -> !Labels.of(block).isEmpty());
        }
    }

    /**
     * Reads a file.
     *
     * @param file its name below the corpus folder, the first half of every id
     * @param source its whole text
     */
    public Parsed parse(String file, String source) {
        Node document = Markdown.parse(source);
        List<Part> parts = parts(document);
        boolean anyEvident = parts.stream().anyMatch(Part::isEvident);
        EntryBuilder builder = new EntryBuilder(file, source, document);
        List<Heading> above = new ArrayList<>();
        List<Node> own = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean question = anyEvident ? part.isEvident() : !part.blocks().isEmpty();
            above.removeIf(heading -> heading.getLevel() >= part.heading().getLevel());
            if (question) {
                own.clear();
                own.addAll(part.blocks());
                i += swallowDeeper(parts, i, anyEvident, own);
                builder.entry(part.heading(), part.question(), part.anchor(), sections(above, parts), own);
            } else {
                above.add(part.heading());
            }
        }
        return builder.parsed();
    }

    /** Headings inside an answer, deeper than its question and no questions themselves, belong to it. */
    private static int swallowDeeper(List<Part> parts, int question, boolean anyEvident, List<Node> own) {
        int level = parts.get(question).heading().getLevel();
        int swallowed = 0;
        for (int i = question + 1; i < parts.size() && anyEvident; i++) {
            Part part = parts.get(i);
            if (part.heading().getLevel() <= level || part.isEvident()) {
                break;
            }
            own.add(part.heading());
            own.addAll(part.blocks());
            swallowed++;
        }
        return swallowed;
    }

    private static List<Part> parts(Node document) {
        Anchors anchors = new Anchors();
        List<Part> parts = new ArrayList<>();
        for (Node block : Blocks.children(document)) {
            if (block instanceof Heading heading) {
                String text = Blocks.text(heading);
                parts.add(new Part(heading, QuestionHeading.of(text), anchors.next(text), new ArrayList<>()));
            } else if (!parts.isEmpty()) {
                parts.getLast().blocks().add(block);
            }
        }
        return parts;
    }

    private static List<String> sections(List<Heading> above, List<Part> parts) {
        Heading title = parts.getFirst().heading();
        boolean hasTitle = title.getLevel() == 1
                && parts.stream().filter(part -> part.heading().getLevel() == 1).count() == 1;
        // The only heading of level 1 is the outermost of all that stand above anything.
        boolean underTitle = hasTitle && !above.isEmpty() && above.getFirst().getLevel() == 1;
        return above.stream().skip(underTitle ? 1 : 0).map(Blocks::text).toList();
    }
}
