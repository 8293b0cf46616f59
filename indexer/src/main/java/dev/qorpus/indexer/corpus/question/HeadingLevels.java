package dev.qorpus.indexer.corpus.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;

/**
 * Counts the headings of a file by level, and decides which levels are levels of questions. Headings in list items have a
 * level of their own. Authors are consistent within a level: if half of its headings ask, the others are questions
 * without a question mark.
 */
final class HeadingLevels {

    /** The level of headings in list items, below all other levels. */
    private static final int IN_ITEMS = 10;
    private static final double HALF = 0.5;
    /** If this share of a level's headings has text under them, the level holds content and does not only divide. */
    private static final double MOST = 0.7;

    /** The headings of one level. */
    private static final class LevelCounts {
        int headings;
        int evident;
        int numbered;
        int asking;
        int labelled;
        int withText;
        int announcing;
        boolean questions;
        boolean whateverTheWording;
    }

    private final Map<Integer, LevelCounts> levels = new TreeMap<>();

    /**
     * @param headings the headings of the content in order, without boilerplate and the file's title
     * @param withText for each heading, whether there is text under it
     * @param announced whether the file announces questions
     */
    HeadingLevels(List<QuestionMarker> headings, List<Boolean> withText, boolean announced) {
        for (int i = 0; i < headings.size(); i++) {
            QuestionText words = headings.get(i).words();
            LevelCounts counts = levels.computeIfAbsent(levelOf(headings.get(i)), level -> new LevelCounts());
            counts.headings++;
            counts.withText += withText.get(i) ? 1 : 0;
            counts.numbered += words.isNumbered() ? 1 : 0;
            counts.labelled += words.labelled() ? 1 : 0;
            counts.asking += HeadingWords.endsAsQuestion(words.question()) ? 1 : 0;
            counts.announcing += HeadingWords.announcesQuestions(words.question()) ? 1 : 0;
            counts.evident += words.isEvident() || HeadingWords.asksOrTasks(words.question()) ? 1 : 0;
        }
        for (LevelCounts counts : levels.values()) {
            boolean single = counts.headings == 1 && counts.asking == 0;
            // Documentation also has headings such as "Create a note" and "How notes are stored".
            boolean marked = counts.asking + counts.numbered + counts.labelled > 0;
            counts.questions = !single && counts.evident >= (marked ? HALF : MOST) * counts.headings;
            counts.whateverTheWording = counts.numbered + counts.labelled > 0
                    || counts.evident >= MOST * counts.headings;
        }
        if (announced) {
            markFirstContentLevel();
        }
    }

    /**
     * If the file announces questions, the first level of content holds them, whatever their wording. A level does not if
     * its headings announce questions below them.
     */
    private void markFirstContentLevel() {
        int most = levels.values().stream().mapToInt(counts -> counts.evident).max().orElse(0);
        for (LevelCounts counts : levels.values()) {
            if (counts.withText >= MOST * counts.headings && counts.evident >= most
                    && counts.announcing < HALF * counts.headings) {
                counts.questions = true;
                counts.whateverTheWording = true;
                return;
            }
        }
    }

    /** The level of a heading. A higher number is deeper. */
    static int levelOf(QuestionMarker heading) {
        return heading.form() == Form.ITEM_HEADING ? IN_ITEMS : heading.level();
    }

    /** Whether the headings of a heading's level are questions. */
    boolean isQuestionLevel(QuestionMarker heading) {
        LevelCounts counts = levels.get(levelOf(heading));
        return counts != null && counts.questions;
    }

    /** Whether a heading is a question because most headings of its level are, or because it asks or sets a task. */
    boolean isQuestionByLevel(QuestionMarker heading) {
        LevelCounts counts = levels.get(levelOf(heading));
        return counts != null && counts.questions
                && (counts.whateverTheWording || HeadingWords.asksOrTasks(heading.words().question()));
    }

    /** Whether a heading is a question whatever its level. */
    boolean isEvident(QuestionMarker heading) {
        LevelCounts counts = levels.get(levelOf(heading));
        QuestionText words = heading.words();
        // A single number is no sequence.
        boolean number = words.isNumbered() && counts != null && counts.numbered > 1;
        return number || words.labelled() || HeadingWords.asks(words.question());
    }

    /** Whether at least half of the headings of a heading's level have a label such as "Q:". */
    boolean isLabelledLevel(QuestionMarker heading) {
        LevelCounts counts = levels.get(levelOf(heading));
        return counts != null && counts.labelled >= HALF * counts.headings;
    }

    /** The number of headings of a heading's level that ask. */
    int evidentCount(QuestionMarker heading) {
        LevelCounts counts = levels.get(levelOf(heading));
        return counts == null ? 0 : counts.evident;
    }
}
