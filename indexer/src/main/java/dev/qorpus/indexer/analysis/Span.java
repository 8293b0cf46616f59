package dev.qorpus.indexer.analysis;

import java.util.Comparator;

/** A range of a text in UTF-16 code units: from {@code start} to before {@code end}. Ordered by start, then by end. */
public record Span(int start, int end) implements Comparable<Span> {

    private static final Comparator<Span> IN_ORDER = Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    /** The range from the start of this one to the end of the later one of both. */
    Span with(Span other) {
        return new Span(start, Math.max(end, other.end));
    }

    @Override
    public int compareTo(Span other) {
        return IN_ORDER.compare(this, other);
    }
}
