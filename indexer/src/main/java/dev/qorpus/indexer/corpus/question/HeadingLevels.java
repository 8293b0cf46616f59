package dev.qorpus.indexer.corpus.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;

/**
 * The headings of a file by level, those of list items apart, and which levels are levels of questions. Authors
 * keep to a level: where half of its headings ask, the others are questions without a question mark.
 */
final class HeadingLevels {

    /** Behind all levels of plain headings. */
    private static final int IN_ITEMS = 10;
    private static final double HALF = 0.5;
    /** The share of headings with text right under them at which a level is one of content, not of division. */
    private static final double MOST = 0.7;

    /** What is known of one level. */
    private static final class Tally {
        int headings;
        int evident;
        int numbered;
        int asking;
        int labelled;
        int withText;
        boolean questions;
    }

    private final Map<Integer, Tally> tallies = new TreeMap<>();

    /**
     * @param headings those that count, in order, without furniture and the file's title
     * @param withText by heading, whether text stands right under it
     * @param announced whether the file says that it holds questions
     */
    HeadingLevels(List<QuestionMarker> headings, List<Boolean> withText, boolean announced) {
        for (int i = 0; i < headings.size(); i++) {
            QuestionText words = headings.get(i).words();
            Tally tally = tallies.computeIfAbsent(classOf(headings.get(i)), level -> new Tally());
            tally.headings++;
            tally.withText += withText.get(i) ? 1 : 0;
            tally.numbered += words.number() != null ? 1 : 0;
            tally.labelled += words.labelled() ? 1 : 0;
            tally.asking += HeadingWords.endsAsQuestion(words.question()) ? 1 : 0;
            tally.evident += words.isEvident() || HeadingWords.asksOrTasks(words.question()) ? 1 : 0;
        }
        for (Tally tally : tallies.values()) {
            boolean single = tally.headings == 1 && tally.asking == 0;
            tally.questions = !single && tally.evident >= HALF * tally.headings;
        }
        if (announced) {
            announced();
        }
    }

    /** Under a title that announces questions, the first level of content holds them, whatever their wording. */
    private void announced() {
        int most = tallies.values().stream().mapToInt(tally -> tally.evident).max().orElse(0);
        for (Tally tally : tallies.values()) {
            if (tally.withText >= MOST * tally.headings && tally.evident >= most) {
                tally.questions = true;
                return;
            }
        }
    }

    /** The level of a heading; greater ones are deeper. */
    static int classOf(QuestionMarker heading) {
        return heading.form() == Form.ITEM_HEADING ? IN_ITEMS : heading.level();
    }

    /** Whether the headings of this one's level are questions. */
    boolean ofQuestions(QuestionMarker heading) {
        Tally tally = tallies.get(classOf(heading));
        return tally != null && tally.questions;
    }

    /** Whether a heading is a question by itself, whatever its level is. */
    boolean isEvident(QuestionMarker heading) {
        Tally tally = tallies.get(classOf(heading));
        QuestionText words = heading.words();
        // One number makes no sequence.
        boolean number = words.number() != null && tally != null && tally.numbered > 1;
        return number || words.labelled() || HeadingWords.asks(words.question());
    }

    /** Whether most questions of this one's level are labelled as such. */
    boolean ofLabels(QuestionMarker heading) {
        Tally tally = tallies.get(classOf(heading));
        return tally != null && tally.labelled >= HALF * tally.headings;
    }

    /** How many headings of this one's level ask. */
    int evident(QuestionMarker heading) {
        Tally tally = tallies.get(classOf(heading));
        return tally == null ? 0 : tally.evident;
    }
}
