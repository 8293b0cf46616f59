package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Decides which forms of questions a file uses besides headings, and finds these questions in the regions between the
 * headings. A form counts if most of its markers ask: a few bold words are no layout.
 */
final class InlineLayout {

    /** Forms that always mark a question. */
    private static final Set<Form> EXPLICIT = Set.of(Form.CARD, Form.LABEL, Form.CALLOUT, Form.TABLE);
    private static final Pattern LIST_ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])\\s");
    private static final double MOST = 0.6;
    private static final double HALF = 0.5;
    /** Fewer words behind a question mark are part of the question, not an answer. */
    private static final int ANSWER_WORDS = 4;
    private static final int SEVERAL = 3;

    private final SourceText source;
    /** The markers by offset. */
    private final TreeMap<Integer, List<QuestionMarker>> markers = new TreeMap<>();
    /** The number of bold lines that ask, including those in headings. */
    private final long bolds;
    private final Map<Form, Set<QuestionMarker>> questions = new EnumMap<>(Form.class);

    /**
     * @param markers all markers except headings
     * @param regions the regions in which they count
     * @param announced whether the file announces questions
     */
    InlineLayout(SourceText source, List<QuestionMarker> markers, List<SourceRegion> regions, boolean announced) {
        this.source = source;
        markers.forEach(marker -> this.markers.computeIfAbsent(marker.start(), at -> new ArrayList<>()).add(marker));
        this.bolds = markers.stream().filter(marker -> marker.form() == Form.BOLD && isMarked(marker)).count();
        int headings = (int) regions.stream().filter(region -> region.question() != null).count();
        // If headings ask, a few lines that ask are part of the text.
        int least = headings > 0 || !announced ? Math.max(SEVERAL, headings / 5) : 1;
        List<SourceRegion> open = regions.stream().filter(region -> region.question() == null).toList();
        List<SourceRegion> sections = open.stream()
                .filter(region -> region.section().stream().anyMatch(HeadingWords::announcesQuestions)).toList();
        for (Form form : List.of(Form.CARD, Form.LABEL, Form.CALLOUT, Form.TABLE, Form.DETAILS, Form.BOLD, Form.ITEM)) {
            // In a section that announces questions, a form may mark questions although it does not in the rest of the file.
            Set<QuestionMarker> asking = asking(form, open, announced, least);
            questions.put(form, asking.isEmpty() ? asking(form, sections, true, 1) : asking);
        }
        if (headings == 0 && questions.values().stream().allMatch(Set::isEmpty)) {
            questions.put(Form.LINE, asking(Form.LINE, open, announced, SEVERAL));
        }
    }

    /** Whether a region has so many questions that its heading is a section, not a question. */
    boolean isSection(SourceRegion region, QuestionText heading) {
        boolean asks = HeadingWords.endsAsQuestion(heading.question());
        long explicit = EXPLICIT.stream().mapToInt(form -> in(region, form).size()).sum()
                + marked(region, Form.DETAILS);
        if (explicit >= (asks ? SEVERAL : heading.isEvident() ? SEVERAL - 1 : 1)) {
            return true;
        }
        long bold = marked(region, Form.BOLD);
        long items = marked(region, Form.ITEM);
        int fewest = bolds >= 2 * SEVERAL ? 1 : SEVERAL - 1;
        return !heading.isEvident()
                && (bold >= fewest || (items >= SEVERAL - 1 && items >= HALF * in(region, Form.ITEM).size()));
    }

    private long marked(SourceRegion region, Form form) {
        return in(region, form).stream().filter(InlineLayout::isMarked).count();
    }

    /**
     * The questions of a region, each with its answer: those of the form that the file uses most, and those of other forms
     * that always mark a question.
     */
    List<SourceRegion> split(SourceRegion region) {
        Map<Form, List<QuestionMarker>> here = new EnumMap<>(Form.class);
        questions.forEach((form, all) -> here.put(form, in(region, form).stream().filter(all::contains).toList()));
        List<QuestionMarker> best = here.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .max(Comparator.comparingInt(entry -> questions.getOrDefault(entry.getKey(), Set.of()).size()))
                .map(most -> withOthers(most.getKey(), here)).orElse(List.of());
        boolean between = areAnswersBetweenItems(best);
        List<SourceRegion> split = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            QuestionMarker marker = best.get(i);
            int next = Math.min(i + 1 < best.size() ? startOf(best.get(i + 1), marker) : region.end(),
                    region.end());
            int own = marker.form() == Form.ITEM && between ? next : Math.min(marker.bodyEnd(), next);
            split.add(
                    SourceRegion.of(marker, region.section(), marker.bodyStart(), Math.max(marker.bodyStart(), own)));
        }
        return new ListedTasks(source).of(split);
    }

    /** Where the text before a question ends. The head of a table belongs to its rows. */
    private int startOf(QuestionMarker marker, QuestionMarker after) {
        int start = marker.start();
        int least = after.bodyStart();
        while (marker.form() == Form.TABLE && after.form() != Form.TABLE && start > least
                && source.slice(source.lineStart(start - 1), start).indexOf('|') >= 0) {
            start = source.lineStart(start - 1);
        }
        return Math.max(start, Math.min(least, marker.start()));
    }

    /** Adds the markers of other forms to those of one form, unless they are inside or on the line of another. */
    private List<QuestionMarker> withOthers(Form form, Map<Form, List<QuestionMarker>> here) {
        List<QuestionMarker> all = new ArrayList<>(here.getOrDefault(form, List.of()));
        here.forEach((other, found) -> {
            if (other != form && (EXPLICIT.contains(other) || other == Form.DETAILS)) {
                all.addAll(found);
            } else if (other == Form.BOLD && EXPLICIT.contains(form)) {
                found.stream().filter(bold -> HeadingWords.endsAsQuestion(bold.words().question())).forEach(all::add);
            }
        });
        all.sort(Comparator.comparingInt(QuestionMarker::start).thenComparing(marker -> marker.form() != form));
        List<QuestionMarker> apart = new ArrayList<>();
        int closed = 0;
        for (QuestionMarker marker : all) {
            if (marker.start() >= closed || (!apart.isEmpty() && apart.getLast().form() == marker.form())) {
                apart.add(marker);
                boolean bounded = marker.form() == Form.TABLE || isClosed(marker)
                        || marker.form() == Form.DETAILS || marker.form() == Form.CARD;
                closed = Math.max(closed, bounded ? marker.bodyEnd() : marker.bodyStart());
            }
        }
        return apart;
    }

    /** Whether answers are between list items without being indented, as many authors write them. */
    private boolean areAnswersBetweenItems(List<QuestionMarker> items) {
        for (int i = 0; i + 1 < items.size(); i++) {
            QuestionMarker item = items.get(i);
            int next = items.get(i + 1).start();
            String between = item.form() == Form.ITEM && item.bodyEnd() < next
                    ? source.slice(item.bodyEnd(), next)
                    : "";
            // An item that asks nothing is no answer of the item before it.
            if (!between.isBlank() && !LIST_ITEM.matcher(between).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** The markers of a form in a region, without markers inside another one. */
    private List<QuestionMarker> in(SourceRegion region, Form form) {
        List<QuestionMarker> found = new ArrayList<>();
        if (region.boilerplate() && (form == Form.ITEM || form == Form.BOLD)) {
            return found;
        }
        int closed = region.start();
        for (List<QuestionMarker> group : markers.subMap(region.start(), Math.max(region.start(), region.end()))
                .values()) {
            for (QuestionMarker marker : group) {
                if (marker.form() == form && marker.start() >= closed) {
                    found.add(marker);
                    boolean encloses = form == Form.DETAILS && !HeadingWords.isToggle(marker.words().question());
                    closed = encloses || isClosed(marker) ? marker.bodyEnd() : closed;
                }
            }
        }
        return found;
    }

    /** Whether a marker is a callout with its answer. The answer of a heading that is alone in a quote is behind it. */
    private boolean isClosed(QuestionMarker marker) {
        return marker.form() == Form.CALLOUT && marker.bodyEnd() < source.length();
    }

    /** The questions of a form, if these regions are written in it. */
    private Set<QuestionMarker> asking(Form form, List<SourceRegion> regions, boolean announced, int least) {
        List<QuestionMarker> formed = regions.stream().flatMap(region -> in(region, form).stream()).toList();
        List<QuestionMarker> content = form != Form.DETAILS
                ? formed
                : formed.stream().filter(marker -> !HeadingWords.isToggle(marker.words().question())).toList();
        List<QuestionMarker> asking = EXPLICIT.contains(form)
                ? formed
                : content.stream().filter(marker -> isAsking(marker)).toList();
        long marked = asking.stream().filter(InlineLayout::isMarked).count();
        boolean layout = switch (form) {
            case CARD, LABEL, CALLOUT, TABLE -> true;
            case DETAILS -> asking.size() > 1 || marked > 0;
            case BOLD -> marked > 0 && asking.size() >= least && (announced || asking.size() >= HALF * formed.size());
            case ITEM -> marked > 0 && asking.size() >= least && (areAnsweredQuestions(formed, regions)
                    || (asking.size() >= (announced ? HALF : MOST) * formed.size()
                            && (announced || isMostOfTheText(formed, regions))));
            case LINE -> asking.size() >= (announced ? SEVERAL - 1 : SEVERAL) && areAnswered(asking, regions)
                    && (announced || isMostOfTheParagraphs(asking, regions));
            default -> false;
        };
        // In a list of hidden answers, summaries without a question mark are questions too.
        boolean all = form == Form.DETAILS && asking.size() >= HALF * content.size();
        return !layout ? Set.of() : Set.copyOf(all ? content : asking);
    }

    /** Whether a marker has a question mark, or a bold number, which is rare before other text. */
    private static boolean isMarked(QuestionMarker marker) {
        QuestionText words = marker.words();
        return HeadingWords.endsAsQuestion(words.question()) || (marker.form() == Form.BOLD && words.number() != null)
                || (marker.form() == Form.ITEM && answeredInLine(words.question()) > 0);
    }

    private static boolean isAsking(QuestionMarker marker) {
        QuestionText words = marker.words();
        return isMarked(marker) || words.labelled() || HeadingWords.asksOrTasks(words.question());
    }

    /** Whether all items ask, but those inside others, and text follows most of them. */
    private boolean areAnsweredQuestions(List<QuestionMarker> items, List<SourceRegion> regions) {
        int outer = items.stream().mapToInt(QuestionMarker::level).min().orElse(0);
        List<QuestionMarker> outermost = items.stream().filter(item -> item.level() == outer).toList();
        return outermost.stream().allMatch(InlineLayout::isMarked) && areAnswered(outermost, regions);
    }

    /** Whether list items are most of the text. A list in other text may ask its readers something. */
    private boolean isMostOfTheText(List<QuestionMarker> items, List<SourceRegion> regions) {
        long text = regions.stream().mapToLong(region -> words(region.start(), region.end())).sum();
        long listed = 0;
        for (int i = 0; i < items.size(); i++) {
            int next = i + 1 < items.size() ? items.get(i + 1).start() : source.length();
            listed += words(items.get(i).start(), Math.min(next, items.get(i).bodyStart()));
        }
        return listed >= HALF * text;
    }

    /** Whether text follows most lines before the next one. Questions of a writer to the readers follow each other. */
    private boolean areAnswered(List<QuestionMarker> lines, List<SourceRegion> regions) {
        long answered = 0;
        for (int i = 0; i < lines.size(); i++) {
            int end = regions.isEmpty() ? source.length() : regions.getLast().end();
            int next = i + 1 < lines.size() ? lines.get(i + 1).start() : end;
            answered += words(lines.get(i).bodyStart(), Math.max(lines.get(i).bodyStart(), next)) > 0 ? 1 : 0;
        }
        return answered >= MOST * lines.size();
    }

    /** Whether at least every third paragraph is one of the lines. */
    private boolean isMostOfTheParagraphs(List<QuestionMarker> lines, List<SourceRegion> regions) {
        long paragraphs = regions.stream()
                .mapToLong(region -> source.slice(region.start(), region.end()).split("\\R\\s*\\R", -1).length).sum();
        return (long) SEVERAL * lines.size() >= paragraphs - 1;
    }

    private long words(int start, int end) {
        return source.slice(start, end).chars().filter(Character::isLetterOrDigit).count();
    }

    /** The offset behind the question in a line that also has the answer; 0 if there is no answer in the line. */
    static int answeredInLine(String text) {
        int mark = Math.max(text.lastIndexOf("? "), text.lastIndexOf('？')) + 1;
        String rest = text.substring(mark).strip();
        int words = rest.split("\\s+", ANSWER_WORDS + 1).length;
        boolean sentence = words == ANSWER_WORDS - 1 && rest.endsWith(".");
        boolean answer = (words >= ANSWER_WORDS || sentence) && !HeadingWords.asksOrTasks(rest);
        return mark > 0 && answer ? mark : 0;
    }
}
