package dev.qorpus.indexer.corpus.section;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Finds the text of a file that no question claims, and divides it by headings. So no text is lost between the questions:
 * what is not in a section was claimed, was left out by a rule, or is a heading. Takes linear time.
 */
public final class SectionFinder {

    private static final Comparator<Place> BY_START = Comparator.comparingInt(Place::start);

    private final SourceText source;
    private final List<Headline> headings;
    private final List<Place> claimed;
    /** The claimed places and the blocks that are left out, in order, without overlaps. */
    private final List<Place> taken;

    /**
     * @param headings all headings of the file, in order
     * @param claimed the places of questions with their answers, in order
     * @param leftOut the blocks that are left out
     */
    public SectionFinder(SourceText source, List<Headline> headings, List<Place> claimed, List<LeftOutBlock> leftOut) {
        this.source = source;
        this.headings = headings;
        this.claimed = merged(claimed);
        List<Place> all = new ArrayList<>(claimed);
        leftOut.forEach(block -> all.add(block.place()));
        this.taken = merged(all);
    }

    /** Whether an offset is inside a question. */
    public boolean isClaimed(int offset) {
        return isInside(claimed, offset);
    }

    /** The sections with text, in order. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        Deque<Headline> above = new ArrayDeque<>();
        List<Integer> outside = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!isInside(claimed, headings.get(i).start())) {
                outside.add(i);
            }
        }
        add(sections, -1, above, new Place(0, start(outside, 0)));
        for (int i = 0; i < outside.size(); i++) {
            Headline heading = headings.get(outside.get(i));
            while (!above.isEmpty() && above.getLast().level() >= heading.level()) {
                above.removeLast();
            }
            add(sections, outside.get(i), above, new Place(heading.bodyStart(), start(outside, i + 1)));
            above.addLast(heading);
        }
        return sections;
    }

    private int start(List<Integer> outside, int index) {
        return index < outside.size() ? headings.get(outside.get(index)).start() : source.length();
    }

    private void add(List<Section> sections, int heading, Deque<Headline> above, Place place) {
        List<Place> pieces = pieces(place);
        if (!pieces.isEmpty()) {
            List<String> words = above.stream().filter(Headline::above).map(Headline::words).toList();
            sections.add(new Section(heading, words, pieces, divides(heading)));
        }
    }

    private boolean divides(int index) {
        if (index < 0) {
            return !claimed.isEmpty() || !headings.isEmpty();
        }
        Headline heading = headings.get(index);
        int next = index + 1;
        while (next < headings.size() && headings.get(next).level() > heading.level()) {
            next++;
        }
        int end = next < headings.size() ? headings.get(next).start() : source.length();
        int claim = firstBehind(claimed, heading.start());
        return claim < claimed.size() && claimed.get(claim).start() < end;
    }

    /** What is left of a place without the questions and the blocks that are left out. */
    private List<Place> pieces(Place place) {
        List<Place> pieces = new ArrayList<>();
        int at = place.start();
        for (int i = firstBehind(taken, place.start()); i < taken.size(); i++) {
            Place next = taken.get(i);
            if (next.start() >= place.end()) {
                break;
            }
            addPiece(pieces, at, next.start());
            at = Math.max(at, next.end());
        }
        addPiece(pieces, at, place.end());
        return pieces;
    }

    private void addPiece(List<Place> pieces, int start, int end) {
        if (start < end && WordCount.WORD.matcher(source.slice(start, end)).find()) {
            pieces.add(new Place(start, end));
        }
    }

    private static boolean isInside(List<Place> places, int offset) {
        int behind = firstBehind(places, offset);
        return behind < places.size() && places.get(behind).start() <= offset;
    }

    /** The index of the first place that ends behind an offset. */
    private static int firstBehind(List<Place> places, int offset) {
        int found = Collections.binarySearch(places, new Place(offset, offset), BY_START);
        int index = found >= 0 ? found : -found - 1;
        return index > 0 && places.get(index - 1).end() > offset ? index - 1 : index;
    }

    private static List<Place> merged(List<Place> places) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(BY_START);
        List<Place> merged = new ArrayList<>();
        for (Place place : sorted) {
            if (!merged.isEmpty() && place.start() < merged.getLast().end()) {
                Place last = merged.removeLast();
                merged.add(new Place(last.start(), Math.max(last.end(), place.end())));
            } else if (place.start() < place.end()) {
                merged.add(place);
            }
        }
        return merged;
    }
}
