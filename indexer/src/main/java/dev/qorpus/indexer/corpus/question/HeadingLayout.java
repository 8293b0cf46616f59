package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Decides which headings of a file are questions, which divide it, and which belong to an answer; yields the
 * stretches between them. Where one section of a longer document announces questions, only that one is read.
 */
final class HeadingLayout {

    /** Breaks, rules, and anchors: nothing to read. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "(?i)</?(?:br|hr|p|div|a)\\b[^<>]{0,300}>|^\\s*[-*_]{3,}\\s*$",
            Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]{0,300}\\]\\([^()]{0,500}\\)");
    /** One link may be an answer: "See the handbook". */
    private static final int LINKS = 3;

    private final SourceText source;
    private final List<QuestionMarker> headings;
    private final @Nullable QuestionMarker title;
    private final BitSet scope = new BitSet();
    private final HeadingLevels classes;
    private final boolean everyHeading;
    private final List<SourceRegion> stretches = new ArrayList<>();
    private final List<QuestionMarker> above = new ArrayList<>();
    private final Set<QuestionMarker> dividers = new HashSet<>();
    private int left;

    /**
     * @param headings all headings, in order
     * @param announced whether the file's name or front matter says that it holds questions
     * @param everyHeading whether every heading with text under it is taken for a question
     */
    HeadingLayout(SourceText source, List<QuestionMarker> headings, boolean announced, boolean everyHeading) {
        this.source = source;
        this.headings = headings;
        this.everyHeading = everyHeading;
        this.title = title(headings);
        boolean section = !everyHeading && announcedSections();
        if (!section) {
            scope.set(0, headings.size());
        }
        List<QuestionMarker> counted = new ArrayList<>();
        List<Boolean> withText = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            QuestionMarker heading = headings.get(i);
            if (isContent(heading) && !heading.equals(title) && scope.get(i)) {
                counted.add(heading);
                withText.add(hasText(i));
            }
        }
        QuestionMarker named = title;
        boolean titled = named != null && HeadingWords.announcesQuestions(named.words().question());
        this.classes = new HeadingLevels(counted, withText, announced || titled || section);
        walk(section);
    }

    /** The stretches, in order, none overlapping. */
    List<SourceRegion> stretches() {
        return stretches;
    }

    /** How many headings that ask stand outside the section that announces questions. */
    int leftOut() {
        return left;
    }

    /** The one heading of level 1, if it is the first of all. */
    private static @Nullable QuestionMarker title(List<QuestionMarker> headings) {
        boolean titled = !headings.isEmpty() && headings.getFirst().form() == Form.HEADING
                && headings.getFirst().level() == 1
                && headings.stream().filter(heading -> heading.form() == Form.HEADING && heading.level() == 1)
                        .count() == 1;
        return titled ? headings.getFirst() : null;
    }

    /**
     * Narrows the scope to sections that announce questions, if these hold at least as many as the rest of the
     * file; returns whether they do.
     */
    private boolean announcedSections() {
        int inside = 0;
        for (int i = 0; i < headings.size(); i++) {
            QuestionMarker heading = headings.get(i);
            boolean announces = !heading.equals(title) && heading.form() == Form.HEADING && !heading.words().isEvident()
                    && HeadingWords.announcesQuestions(heading.words().question());
            int asking = announces ? asking(i + 1, endOf(i)) : 0;
            if (asking > 0) {
                // With the heading itself, whose text may hold questions of other forms.
                scope.set(i, endOf(i));
                inside += asking;
            }
        }
        boolean most = inside > 0 && 2 * inside >= asking(0, headings.size());
        if (!most) {
            scope.clear();
        }
        return most;
    }

    private int asking(int from, int to) {
        return (int) headings.subList(from, to).stream().filter(heading -> heading.words().isEvident()).count();
    }

    /** Index of the first heading behind the section of another one. */
    private int endOf(int index) {
        int level = HeadingLevels.classOf(headings.get(index));
        int end = index + 1;
        while (end < headings.size() && HeadingLevels.classOf(headings.get(end)) > level) {
            end++;
        }
        return end;
    }

    private static boolean isContent(QuestionMarker heading) {
        String words = heading.words().question();
        return !HeadingWords.isAnswer(words) && (!HeadingWords.isFurniture(words) || heading.words().labelled());
    }

    private boolean hasText(int index) {
        String text = source.slice(headings.get(index).bodyStart(), startOf(index + 1));
        String words = NO_WORDS.matcher(HtmlMarkers.withoutComments(text)).replaceAll("");
        return !words.isBlank() && !isLinkList(words);
    }

    /** A list of links leads to content and is none. */
    private static boolean isLinkList(String text) {
        Matcher link = LINK.matcher(text);
        int links = 0;
        while (link.find()) {
            links++;
        }
        return links >= LINKS && link.replaceAll("").codePoints().noneMatch(Character::isLetter);
    }

    private int startOf(int index) {
        return index < headings.size() ? headings.get(index).start() : source.length();
    }

    private void walk(boolean section) {
        int first = startOf(0);
        if (!section && first > 0) {
            stretches.add(new SourceRegion(null, false, List.of(), 0, first));
        }
        for (int i = 0; i < headings.size();) {
            QuestionMarker heading = headings.get(i);
            boolean question = isQuestion(i);
            above.removeIf(other -> !isAbove(other, heading, question));
            int next = i + 1;
            if (question) {
                next = endOfAnswer(i);
                stretches.add(SourceRegion.of(heading, section(), heading.bodyStart(), startOf(next)));
            } else {
                left += !scope.get(i) && heading.words().isEvident() ? 1 : 0;
                above.add(heading);
                if (!hasText(i)) {
                    dividers.add(heading);
                }
                if (scope.get(i)) {
                    stretches
                            .add(new SourceRegion(null, HeadingWords.isFurniture(heading.words().question()), section(),
                                    heading.bodyStart(), startOf(next)));
                }
            }
            i = next;
        }
    }

    /** Above a question may also stand a heading of its own level that has no text: it only divides. */
    private boolean isAbove(QuestionMarker other, QuestionMarker heading, boolean question) {
        int level = HeadingLevels.classOf(heading);
        int otherLevel = HeadingLevels.classOf(other);
        return otherLevel < level || (question && otherLevel == level && dividers.contains(other));
    }

    private List<String> section() {
        return above.stream().filter(heading -> !heading.equals(title)).map(heading -> heading.words().question())
                .filter(words -> !HeadingWords.isFurniture(words)).map(HeadingWords::withoutArrow).toList();
    }

    private boolean isQuestion(int index) {
        QuestionMarker heading = headings.get(index);
        if (!isContent(heading) || !scope.get(index)) {
            return false;
        }
        if (everyHeading) {
            return hasText(index);
        }
        boolean asks = HeadingWords.endsAsQuestion(heading.words().question());
        boolean divides = HeadingWords.announcesQuestions(heading.words().question())
                || (!hasText(index) && classes.ofLabels(heading));
        if (divides && !asks && !heading.words().labelled()) {
            return false;
        }
        boolean evident = classes.isEvident(heading);
        boolean byLevel = !heading.equals(title) && classes.ofQuestions(heading);
        if (!evident && !(byLevel && hasText(index))) {
            return false;
        }
        int inside = questionsInside(index);
        return hasText(index) ? asks || inside < 2 : inside == 0;
    }

    /** How many deeper headings under one ask, on a level that is one of questions. */
    private int questionsInside(int index) {
        return (int) headings.subList(index + 1, endOf(index)).stream()
                .filter(inner -> isContent(inner) && classes.isEvident(inner) && classes.ofQuestions(inner)).count();
    }

    /** Index of the first heading that does not belong to a question's answer. */
    private int endOfAnswer(int index) {
        QuestionMarker question = headings.get(index);
        int end = index + 1;
        while (end < headings.size() && belongs(question, headings.get(end))) {
            end++;
        }
        return end;
    }

    private boolean belongs(QuestionMarker question, QuestionMarker heading) {
        if (HeadingWords.isAnswer(heading.words().question())) {
            return true;
        }
        int level = HeadingLevels.classOf(question);
        boolean deeper = HeadingLevels.classOf(heading) > level || isStray(question, heading);
        if (!deeper || (everyHeading && isContent(heading))) {
            return false;
        }
        if (!classes.isEvident(heading) || !isContent(heading)) {
            return true;
        }
        if (heading.words().labelled()) {
            return false;
        }
        // Questions inside an answer are its own, unless theirs is a level of questions as much as this one's.
        return classes.ofQuestions(question)
                && !(classes.ofQuestions(heading) && classes.evident(heading) >= classes.evident(question));
    }

    /** A heading that slipped out of its list item by wrong indentation. */
    private boolean isStray(QuestionMarker question, QuestionMarker heading) {
        int section = above.isEmpty() ? 0 : above.getLast().level();
        return question.form() == Form.ITEM_HEADING && heading.form() == Form.HEADING && heading.level() > section
                && heading.level() >= question.level() && isContent(heading);
    }
}
