package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Decides for each heading of a file whether it is a question, divides the file, or belongs to an answer. The result is
 * the regions between the headings. If a section of a longer document announces questions, only that section is read.
 */
final class HeadingLayout {

    private final HeadingOutline outline;
    private final BitSet scope;
    private final HeadingLevels levels;
    private final boolean everyHeading;
    private final List<SourceRegion> regions = new ArrayList<>();
    /** The headings above the current one, outermost first. */
    private final List<QuestionMarker> above = new ArrayList<>();
    /** Headings without text under them. */
    private final Set<QuestionMarker> dividers = new HashSet<>();
    private int outside;

    /**
     * @param headings all headings, in order
     * @param announced whether the file's name or front matter announces questions
     * @param everyHeading whether every heading with text under it is a question
     */
    HeadingLayout(SourceText source, List<QuestionMarker> headings, boolean announced, boolean everyHeading) {
        this.outline = new HeadingOutline(source, headings);
        this.everyHeading = everyHeading;
        BitSet sections = everyHeading ? new BitSet() : outline.announcedSections();
        boolean section = !sections.isEmpty();
        this.scope = sections;
        if (!section) {
            scope.set(0, headings.size());
        }
        List<QuestionMarker> counted = new ArrayList<>();
        List<Boolean> withText = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            QuestionMarker heading = headings.get(i);
            if (HeadingOutline.isContent(heading) && !outline.isTitle(heading) && scope.get(i)) {
                counted.add(heading);
                withText.add(outline.hasText(i));
            }
        }
        this.levels = new HeadingLevels(counted, withText, announced || outline.hasAnnouncingTitle() || section);
        addRegions(section);
    }

    /** The regions in order. They do not overlap. */
    List<SourceRegion> regions() {
        return regions;
    }

    /** The number of headings that ask, but are outside the section that announces questions. */
    int outside() {
        return outside;
    }

    private void addRegions(boolean section) {
        int first = outline.start(0);
        if (!section && first > 0) {
            regions.add(new SourceRegion(null, false, List.of(), 0, first));
        }
        for (int i = 0; i < outline.size();) {
            QuestionMarker heading = outline.get(i);
            boolean question = isQuestion(i);
            above.removeIf(other -> !isAbove(other, heading, question));
            int next = question ? endOfAnswer(i) : i + 1;
            if (question) {
                regions.add(SourceRegion.of(heading, section(), heading.bodyStart(), outline.start(next)));
            } else {
                addDivider(i);
            }
            i = next;
        }
    }

    /** A heading that is no question. */
    private void addDivider(int index) {
        QuestionMarker heading = outline.get(index);
        outside += !scope.get(index) && heading.words().isEvident() ? 1 : 0;
        above.add(heading);
        if (!outline.hasText(index)) {
            dividers.add(heading);
        }
        if (scope.get(index)) {
            boolean boilerplate = HeadingWords.isBoilerplate(heading.words().question());
            regions.add(new SourceRegion(null, boilerplate, section(), heading.bodyStart(), outline.start(index + 1)));
        }
    }

    /** A heading of the same level can be above a question if it has no text, because then it only divides. */
    private boolean isAbove(QuestionMarker other, QuestionMarker heading, boolean question) {
        int level = HeadingLevels.levelOf(heading);
        int otherLevel = HeadingLevels.levelOf(other);
        return otherLevel < level || (question && otherLevel == level && dividers.contains(other));
    }

    private List<String> section() {
        return above.stream().filter(heading -> !outline.isTitle(heading)).map(heading -> heading.words().question())
                .filter(words -> !HeadingWords.isBoilerplate(words)).map(HeadingWords::withoutArrow).toList();
    }

    private boolean isQuestion(int index) {
        QuestionMarker heading = outline.get(index);
        if (!HeadingOutline.isContent(heading) || !scope.get(index)) {
            return false;
        }
        if (everyHeading) {
            return outline.hasText(index);
        }
        boolean asks = HeadingWords.endsAsQuestion(heading.words().question());
        boolean divides = HeadingWords.announcesQuestions(heading.words().question())
                || (!outline.hasText(index) && levels.isLabelledLevel(heading));
        if (divides && !asks && !heading.words().labelled()) {
            return false;
        }
        boolean evident = levels.isEvident(heading);
        boolean byLevel = !outline.isTitle(heading) && levels.isQuestionByLevel(heading);
        if (!evident && !(byLevel && outline.hasText(index))) {
            return false;
        }
        int inside = questionsInside(index);
        return outline.hasText(index) ? asks || inside < 2 : inside == 0;
    }

    /** The number of deeper headings under a heading that ask, on levels of questions. */
    private int questionsInside(int index) {
        return (int) outline.inside(index).stream().filter(inner -> HeadingOutline.isContent(inner)
                && levels.isEvident(inner) && levels.isQuestionLevel(inner)).count();
    }

    /** The index of the first heading that does not belong to the answer of a question. */
    private int endOfAnswer(int index) {
        QuestionMarker question = outline.get(index);
        int end = index + 1;
        while (end < outline.size() && isInAnswer(question, outline.get(end))) {
            end++;
        }
        return end;
    }

    private boolean isInAnswer(QuestionMarker question, QuestionMarker heading) {
        boolean numbered = heading.words().labelled() && heading.words().number() != null;
        if (!numbered && HeadingWords.isAnswer(heading.words().question())) {
            return true;
        }
        int level = HeadingLevels.levelOf(question);
        boolean deeper = HeadingLevels.levelOf(heading) > level || isMisindented(question, heading);
        if (!deeper || (everyHeading && HeadingOutline.isContent(heading))) {
            return false;
        }
        if (!levels.isEvident(heading) || !HeadingOutline.isContent(heading)) {
            return true;
        }
        if (heading.words().labelled()) {
            return false;
        }
        // A deeper question is part of the answer, unless its level has at least as many questions.
        return levels.isQuestionLevel(question) && !(levels.isQuestionLevel(heading)
                && levels.evidentCount(heading) >= levels.evidentCount(question));
    }

    /** Whether a heading belongs into the list item of a question, but is not indented enough. */
    private boolean isMisindented(QuestionMarker question, QuestionMarker heading) {
        int section = above.isEmpty() ? 0 : above.getLast().level();
        return question.form() == Form.ITEM_HEADING && heading.form() == Form.HEADING && heading.level() > section
                && heading.level() >= question.level() && HeadingOutline.isContent(heading);
    }
}
