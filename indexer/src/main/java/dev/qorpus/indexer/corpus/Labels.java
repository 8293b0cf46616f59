package dev.qorpus.indexer.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of a paragraph: {@code **T:** Basic}, {@code **A**: …}, at its start or at that of a line.
 */
final class Labels {

    /** Label of the answer itself. */
    static final String ANSWER = "answer";

    private static final Map<String, String> NAMES = Map.of("T", Entry.TYPE, "Type", Entry.TYPE, "A", ANSWER, "Answer",
            ANSWER);

    /**
     * A label and where its value stands.
     *
     * @param name {@link Entry#TYPE} or {@link #ANSWER}
     * @param start offset of the label in the source
     * @param valueStart offset behind the label
     * @param end offset behind the value: the next label, or the end of the paragraph
     */
    record Label(String name, int start, int valueStart, int end) {}

    private Labels() {}

    static List<Label> of(Node block) {
        List<Label> labels = new ArrayList<>();
        if (!(block instanceof Paragraph)) {
            return labels;
        }
        int end = Blocks.end(block);
        for (Node inline : Blocks.children(block).reversed()) {
            Label label = label(inline, end);
            if (label != null) {
                labels.addFirst(label);
                end = label.start();
            }
        }
        return labels;
    }

    private static @Nullable Label label(Node inline, int end) {
        Node before = inline.getPrevious();
        boolean lineStart = before == null || before instanceof SoftLineBreak || before instanceof HardLineBreak;
        if (!lineStart || !(inline instanceof StrongEmphasis)) {
            return null;
        }
        String words = Blocks.text(inline);
        boolean colonInside = words.endsWith(":");
        boolean colonBehind = inline.getNext() instanceof Text text && text.getLiteral().startsWith(":");
        String name = NAMES.get(colonInside ? words.substring(0, words.length() - 1) : words);
        if (name == null || !(colonInside || colonBehind)) {
            return null;
        }
        return new Label(name, Blocks.start(inline), Blocks.end(inline) + (colonInside ? 0 : 1), end);
    }
}
