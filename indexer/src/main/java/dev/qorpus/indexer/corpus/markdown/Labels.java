package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;

/**
 * Finds the labels of a paragraph: {@code **T:** Basic}, {@code **A**: …}. They are at the start of a line.
 */
public final class Labels {

    /** The label of the answer. */
    public static final String ANSWER = "answer";

    private static final Map<String, String> NAMES = Map.of("t", Entry.TYPE, "type", Entry.TYPE, "a", ANSWER, "answer",
            ANSWER, "level", "level", "difficulty", "difficulty", "category", "category", "topic", "topic", "tags",
            "tags");

    /**
     * A label with the place of its value.
     *
     * @param name {@link Entry#TYPE}, {@link #ANSWER}, or another of {@link #NAMES}
     * @param start the offset of the label in the source
     * @param valueStart the offset behind the label
     * @param end the offset behind the value: the next label, or the end of the paragraph
     */
    public record Label(String name, int start, int valueStart, int end) {
        private Label until(int next) {
            return new Label(name, start, valueStart, next);
        }
    }

    private Labels() {}

    /** The labels of a block, in order. */
    public static List<Label> of(Node block) {
        List<Label> labels = new ArrayList<>();
        if (!(block instanceof Paragraph)) {
            return labels;
        }
        boolean labelled = false;
        for (Node inline : Blocks.children(block)) {
            labelled &= !isBreak(inline);
            Label label = isBreak(inline.getPrevious()) || labelled ? label(inline, Blocks.end(block)) : null;
            if (label != null) {
                if (!labels.isEmpty()) {
                    labels.add(labels.removeLast().until(label.start()));
                }
                labels.add(label);
                // A line may have several labels. Everything after the label of the answer is part of the answer.
                labelled = true;
                if (label.name().equals(ANSWER)) {
                    return labels;
                }
            }
        }
        return labels;
    }

    private static boolean isBreak(@Nullable Node inline) {
        return inline == null || inline instanceof SoftLineBreak || inline instanceof HardLineBreak;
    }

    private static @Nullable Label label(Node inline, int end) {
        if (!(inline instanceof StrongEmphasis)) {
            return null;
        }
        String words = Blocks.text(inline);
        boolean colonInside = words.endsWith(":");
        boolean colonBehind = inline.getNext() instanceof Text text && text.getLiteral().startsWith(":");
        String name = NAMES
                .get((colonInside ? words.substring(0, words.length() - 1) : words).toLowerCase(Locale.ROOT));
        if (name == null || !(colonInside || colonBehind)) {
            return null;
        }
        return new Label(name, Blocks.start(inline), Blocks.end(inline) + (colonInside ? 0 : 1), end);
    }
}
