package dev.qorpus.indexer.corpus.question;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;

/** The headings of a file in order, with their sections and the text under them. Headings are named by their index. */
final class HeadingOutline {

    /** Line breaks, rules, anchors, and marks that site generators replace by a table of contents. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "(?i)</?(?:br|hr|p|div|a)\\b[^<>]{0,300}>|^\\s*(?:[-*_]{3,}|\\[\\[?_?toc_?]?])\\s*$",
            Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]{0,300}\\]\\([^()]{0,500}\\)");
    /** Fewer links may be an answer: "See the handbook". */
    private static final int LINKS = 3;

    private final SourceText source;
    private final List<QuestionMarker> headings;
    private final @Nullable QuestionMarker title;
    /** The headings that were looked at by {@link #hasText}, and those of them with text. */
    private final BitSet known = new BitSet();
    private final BitSet withText = new BitSet();

    /** @param headings all headings of the file, in order */
    HeadingOutline(SourceText source, List<QuestionMarker> headings) {
        this.source = source;
        this.headings = headings;
        this.title = title(headings);
    }

    /** The only heading of level 1, if it is the first heading. */
    private static @Nullable QuestionMarker title(List<QuestionMarker> headings) {
        boolean titled = !headings.isEmpty() && headings.getFirst().form() == Form.HEADING
                && headings.getFirst().level() == 1
                && headings.stream().filter(heading -> heading.form() == Form.HEADING && heading.level() == 1)
                        .count() == 1;
        return titled ? headings.getFirst() : null;
    }

    int size() {
        return headings.size();
    }

    QuestionMarker get(int index) {
        return headings.get(index);
    }

    boolean isTitle(QuestionMarker heading) {
        return heading.equals(title);
    }

    /** Whether the file has a title that announces questions. */
    boolean hasAnnouncingTitle() {
        return title != null && HeadingWords.announcesQuestions(title.words().question());
    }

    /** The offset of a heading, or of the end of the file behind the last heading. */
    int start(int index) {
        return index < headings.size() ? headings.get(index).start() : source.length();
    }

    /** The index of the first heading behind the section of a heading. */
    int sectionEnd(int index) {
        int level = HeadingLevels.levelOf(headings.get(index));
        int end = index + 1;
        while (end < headings.size() && HeadingLevels.levelOf(headings.get(end)) > level) {
            end++;
        }
        return end;
    }

    /** The headings below a heading, down to the end of its section. */
    List<QuestionMarker> inside(int index) {
        return headings.subList(index + 1, sectionEnd(index));
    }

    /** Whether there is text between a heading and the next one. A list of links does not count. */
    boolean hasText(int index) {
        if (!known.get(index)) {
            known.set(index);
            withText.set(index, findText(index));
        }
        return withText.get(index);
    }

    private boolean findText(int index) {
        String text = source.slice(headings.get(index).bodyStart(), start(index + 1));
        boolean plain = text.indexOf('<') < 0 && text.indexOf('[') < 0;
        if (plain && text.codePoints().anyMatch(Character::isLetter)) {
            return true;
        }
        String words = NO_WORDS.matcher(HtmlMarkers.withoutComments(text)).replaceAll("");
        return !words.isBlank() && !isLinkList(words);
    }

    private static boolean isLinkList(String text) {
        Matcher link = LINK.matcher(text);
        int links = 0;
        while (link.find()) {
            links++;
        }
        return links >= LINKS && link.replaceAll("").codePoints().noneMatch(Character::isLetter);
    }

    /**
     * The headings in sections that announce questions. It is empty unless these sections hold at least as many
     * questions as the rest of the file.
     */
    BitSet announcedSections() {
        BitSet announced = new BitSet();
        int inside = 0;
        for (int i = 0; i < headings.size(); i++) {
            QuestionMarker heading = headings.get(i);
            boolean announces = !isTitle(heading) && heading.form() == Form.HEADING && !heading.words().isEvident()
                    && HeadingWords.announcesQuestions(heading.words().question());
            int asking = announces ? asking(inside(i)) : 0;
            if (asking > 0) {
                // Includes the heading itself: the text under it may hold questions of other forms.
                announced.set(i, sectionEnd(i));
                inside += asking;
            }
        }
        return inside > 0 && 2 * inside >= asking(headings) ? announced : new BitSet();
    }

    private static int asking(List<QuestionMarker> headings) {
        return (int) headings.stream().filter(heading -> heading.words().isEvident()).count();
    }

    /** Whether a heading belongs to the content, and does not announce an answer or a section such as "Contents". */
    static boolean isContent(QuestionMarker heading) {
        String words = heading.words().question();
        boolean numbered = heading.words().labelled() && heading.words().number() != null;
        return (numbered || !HeadingWords.isAnswer(words))
                && (!HeadingWords.isBoilerplate(words) || heading.words().labelled());
    }
}
