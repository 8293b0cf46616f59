package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Decides which forms of question other than headings a file uses, and finds those questions in the stretches
 * that the headings leave. A form counts when most of what has it asks; a few bold words are no layout.
 */
final class InlineLayout {

    /** Forms that say by themselves that a question stands there. */
    private static final Set<Form> EXPLICIT = Set.of(Form.LABEL, Form.CALLOUT, Form.TABLE);
    private static final double MOST = 0.6;
    private static final double HALF = 0.5;
    /** Fewer words behind a question are a part of it: "Why?", "If so, when?". */
    private static final int ANSWER_WORDS = 4;
    private static final int SEVERAL = 3;

    private final SourceText source;
    /** By offset. */
    private final TreeMap<Integer, List<QuestionMarker>> markers = new TreeMap<>();
    /** How many bold lines of the file ask, headings' own included. */
    private final long bolds;
    private final Map<Form, Set<QuestionMarker>> questions = new EnumMap<>(Form.class);

    /**
     * @param markers all that are no headings
     * @param stretches in which they count
     * @param announced whether the file says that it holds questions
     */
    InlineLayout(SourceText source, List<QuestionMarker> markers, List<SourceRegion> stretches, boolean announced) {
        this.source = source;
        markers.forEach(marker -> this.markers.computeIfAbsent(marker.start(), at -> new ArrayList<>()).add(marker));
        this.bolds = markers.stream().filter(marker -> marker.form() == Form.BOLD && isMarked(marker)).count();
        int headings = (int) stretches.stream().filter(stretch -> stretch.question() != null).count();
        // Where headings ask, a few lines that do are a part of the text.
        int least = headings > 0 || !announced ? Math.max(SEVERAL, headings / 5) : 1;
        List<SourceRegion> open = stretches.stream().filter(stretch -> stretch.question() == null).toList();
        List<SourceRegion> sections = open.stream()
                .filter(stretch -> stretch.section().stream().anyMatch(HeadingWords::announcesQuestions)).toList();
        for (Form form : List.of(Form.LABEL, Form.CALLOUT, Form.TABLE, Form.DETAILS, Form.BOLD, Form.ITEM)) {
            // A section that announces questions may hold them in a form that the rest of the file uses otherwise.
            Set<QuestionMarker> asking = asking(form, open, announced, least);
            questions.put(form, asking.isEmpty() ? asking(form, sections, true, 1) : asking);
        }
    }

    /** Whether a stretch holds so many questions that its heading is none itself. */
    boolean isSection(SourceRegion stretch, QuestionText heading) {
        boolean asks = HeadingWords.endsAsQuestion(heading.question());
        long explicit = EXPLICIT.stream().mapToInt(form -> in(stretch, form).size()).sum()
                + marked(stretch, Form.DETAILS);
        if (explicit >= (asks ? SEVERAL : heading.isEvident() ? SEVERAL - 1 : 1)) {
            return true;
        }
        long bold = marked(stretch, Form.BOLD);
        long items = marked(stretch, Form.ITEM);
        int fewest = bolds >= 2 * SEVERAL ? 1 : SEVERAL - 1;
        return !heading.isEvident()
                && (bold >= fewest || (items >= SEVERAL - 1 && items >= HALF * in(stretch, Form.ITEM).size()));
    }

    private long marked(SourceRegion stretch, Form form) {
        return in(stretch, form).stream().filter(InlineLayout::isMarked).count();
    }

    /** The questions of a stretch, each with its answer: those of the form that the file uses most. */
    List<SourceRegion> split(SourceRegion stretch) {
        Map<Form, List<QuestionMarker>> here = new EnumMap<>(Form.class);
        questions.forEach((form, all) -> here.put(form, in(stretch, form).stream().filter(all::contains).toList()));
        List<QuestionMarker> best = here.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .max(Comparator.comparingInt(entry -> questions.getOrDefault(entry.getKey(), Set.of()).size()))
                .map(Map.Entry::getValue).orElse(List.of());
        boolean beyond = isAnsweredBeyondItems(best);
        List<SourceRegion> split = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            QuestionMarker marker = best.get(i);
            int next = Math.min(i + 1 < best.size() ? best.get(i + 1).start() : stretch.end(), stretch.end());
            int own = marker.form() == Form.ITEM && beyond ? next : Math.min(marker.bodyEnd(), next);
            split.add(
                    SourceRegion.of(marker, stretch.section(), marker.bodyStart(), Math.max(marker.bodyStart(), own)));
        }
        return new ListedTasks(source).of(split);
    }

    /** Whether answers stand between list items, not indented with them, as many authors leave them. */
    private boolean isAnsweredBeyondItems(List<QuestionMarker> items) {
        for (int i = 0; i + 1 < items.size(); i++) {
            QuestionMarker item = items.get(i);
            int next = items.get(i + 1).start();
            if (item.form() == Form.ITEM && item.bodyEnd() < next && !source.slice(item.bodyEnd(), next).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The markers of a form in a stretch, without those inside of another one. */
    private List<QuestionMarker> in(SourceRegion stretch, Form form) {
        List<QuestionMarker> found = new ArrayList<>();
        if (stretch.furniture() && (form == Form.ITEM || form == Form.BOLD)) {
            return found;
        }
        int closed = stretch.start();
        for (List<QuestionMarker> group : markers.subMap(stretch.start(), Math.max(stretch.start(), stretch.end()))
                .values()) {
            for (QuestionMarker marker : group) {
                if (marker.form() == form && marker.start() >= closed) {
                    found.add(marker);
                    boolean encloses = form == Form.DETAILS && !HeadingWords.isFold(marker.words().question());
                    closed = encloses || form == Form.CALLOUT ? marker.bodyEnd() : closed;
                }
            }
        }
        return found;
    }

    /** The questions of a form, if it is a layout of these stretches. */
    private Set<QuestionMarker> asking(Form form, List<SourceRegion> stretches, boolean announced, int least) {
        List<QuestionMarker> formed = stretches.stream().flatMap(stretch -> in(stretch, form).stream()).toList();
        List<QuestionMarker> content = form != Form.DETAILS
                ? formed
                : formed.stream().filter(marker -> !HeadingWords.isFold(marker.words().question())).toList();
        List<QuestionMarker> asking = EXPLICIT.contains(form)
                ? formed
                : content.stream().filter(marker -> isAsking(form, marker)).toList();
        long marked = asking.stream().filter(InlineLayout::isMarked).count();
        boolean layout = switch (form) {
            case LABEL, CALLOUT, TABLE -> true;
            case DETAILS -> asking.size() > 1 || marked > 0;
            case BOLD -> marked > 0 && asking.size() >= least && (announced || asking.size() >= HALF * formed.size());
            case ITEM -> marked > 0 && asking.size() >= least
                    && asking.size() >= (announced ? HALF : MOST) * formed.size()
                    && (announced || isMostOfTheText(formed, stretches));
            default -> false;
        };
        // In a list of folded questions, those without a question mark are questions too.
        boolean all = form == Form.DETAILS && asking.size() >= HALF * content.size();
        return !layout ? Set.of() : Set.copyOf(all ? content : asking);
    }

    /** By a question mark, or by a number in bold, which nobody puts before common text. */
    private static boolean isMarked(QuestionMarker marker) {
        QuestionText words = marker.words();
        return HeadingWords.endsAsQuestion(words.question()) || (marker.form() == Form.BOLD && words.number() != null);
    }

    private static boolean isAsking(Form form, QuestionMarker marker) {
        QuestionText words = marker.words();
        return isMarked(marker) || words.labelled() || HeadingWords.asksOrTasks(words.question())
                || (form == Form.ITEM && answeredInLine(words.question()) > 0);
    }

    /** A list in a text that is about something else may ask its readers things without being a list of questions. */
    private boolean isMostOfTheText(List<QuestionMarker> items, List<SourceRegion> stretches) {
        long text = stretches.stream().mapToLong(stretch -> words(stretch.start(), stretch.end())).sum();
        long listed = 0;
        for (int i = 0; i < items.size(); i++) {
            int next = i + 1 < items.size() ? items.get(i + 1).start() : source.length();
            listed += words(items.get(i).start(), Math.min(next, items.get(i).bodyStart()));
        }
        return listed >= HALF * text;
    }

    private long words(int start, int end) {
        return source.slice(start, end).chars().filter(Character::isLetterOrDigit).count();
    }

    /** Offset behind the question in a line that goes on with its answer; 0 if it does not. */
    static int answeredInLine(String text) {
        int mark = Math.max(text.lastIndexOf("? "), text.lastIndexOf('？')) + 1;
        String rest = text.substring(mark).strip();
        boolean answer = rest.split("\\s+", ANSWER_WORDS + 1).length >= ANSWER_WORDS && !HeadingWords.asksOrTasks(rest);
        return mark > 0 && answer ? mark : 0;
    }
}
