package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.search.lucene.segment.BestScores;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * The scores of all documents that share a term with a query, computed in one pass. Later lookups do not read the
 * index. A top-k collector could not count how many documents score higher than a given one.
 */
final class LexicalScan {

    /** A segment's documents for each that passes, from which on reading all postings is slower than skipping. */
    private static final int FEW = 64;

    /** Documents that one core scores after another: some milliseconds' work. Larger indexes are divided among the cores. */
    static final int RANGE = 1 << 18;

    /** Of the documents in order. */
    private final List<ScoredRange> ranges;
    /** Where each begins. */
    private final int[] starts;

    /** A document and its score. */
    record Scored(int doc, float score) {}

    /**
     * A part of the work.
     *
     * @param from the first document of the segment
     * @param upTo after the last one
     * @param passing those that count; {@code null} if all do
     * @param few whether these are few of the segment
     */
    private record Part(LeafReaderContext leaf, int from, int upTo, @Nullable FixedBitSet passing, boolean few) {}

    private LexicalScan(List<ScoredRange> ranges, int[] starts) {
        this.ranges = ranges;
        this.starts = starts;
    }

    /**
     * Scores all documents.
     *
     * @param terms of the question
     * @param postings of the terms, in the same order
     * @param filter what counts; {@code null} if all do
     */
    static LexicalScan of(SearcherContext context, List<WeightedTerm> terms, List<TermPostings> postings,
            @Nullable Weight filter) throws IOException {
        return of(context, terms, postings, filter, RANGE);
    }

    /** The same, with other parts. */
    static LexicalScan of(SearcherContext context, List<WeightedTerm> terms, List<TermPostings> postings,
            @Nullable Weight filter, int range) throws IOException {
        List<TermScan.Counted> counted = counted(context, terms, postings);
        List<Part> parts = new ArrayList<>();
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            if (documents(counted, leaf) > 0) {
                addParts(leaf, filter == null ? null : SearcherContext.bits(filter, leaf), range, parts);
            }
        }
        Stream<Part> all = parts.stream();
        boolean large = context.searcher().getIndexReader().maxDoc() > range;
        return new LexicalScan((large ? all.parallel() : all).map(part -> scored(context, part, counted)).toList(),
                parts.stream().mapToInt(part -> part.leaf().docBase + part.from()).toArray());
    }

    private static void addParts(LeafReaderContext leaf, @Nullable FixedBitSet passing, int range, List<Part> parts) {
        int end = leaf.reader().maxDoc();
        if (passing != null && passing.cardinality() <= end / FEW) {
            parts.add(new Part(leaf, 0, end, passing, true));
            return;
        }
        for (int from = 0; from < end; from += range) {
            parts.add(new Part(leaf, from, Math.min(from + range, end), passing, false));
        }
    }

    private static ScoredRange scored(SearcherContext context, Part part, List<TermScan.Counted> terms) {
        try {
            LeafReaderContext leaf = part.leaf();
            List<TermScan> scans = TermScan.open(context, leaf, terms, part.from());
            ScoredRange.Documents documents = new ScoredRange.Documents(leaf.docBase, part.from(), part.upTo(),
                    leaf.reader().getLiveDocs());
            return part.passing() != null && part.few()
                    ? ScoredRange.ofFew(documents, scans, part.passing())
                    : ScoredRange.of(documents, scans, (int) Math.min(documents(terms, leaf), Integer.MAX_VALUE),
                            part.passing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a segment, once for each term that they have. */
    private static long documents(List<TermScan.Counted> terms, LeafReaderContext leaf) {
        return terms.stream().mapToLong(term -> term.documents(leaf)).sum();
    }

    private static List<TermScan.Counted> counted(SearcherContext context, List<WeightedTerm> terms,
            List<TermPostings> postings) throws IOException {
        List<TermScan.Counted> counted = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            if (postings.get(i).documents() > 0) {
                counted.add(TermScan.Counted.of(context, postings.get(i), (float) terms.get(i).weight()));
            }
        }
        return counted;
    }

    /** How many documents share a term. */
    int total() {
        return ranges.stream().mapToInt(ScoredRange::total).sum();
    }

    /** The score of a document; 0 where no term is shared. */
    float score(int doc) {
        return ranges.isEmpty() || doc < starts[0] ? 0 : ranges.get(ReaderUtil.subIndex(doc, starts)).score(doc);
    }

    /** How many documents score higher. */
    int above(double score) {
        return ranges.stream().mapToInt(range -> range.above(score)).sum();
    }

    /**
     * The best documents among those that share a term, in order; all that score as the last of the best, so that the caller
     * may break ties.
     */
    List<Scored> top(int depth) {
        BestScores best = new BestScores(depth);
        ranges.forEach(range -> range.offer(best));
        List<Scored> top = new ArrayList<>();
        ranges.forEach(range -> range.addFrom(best.threshold(), top));
        return top;
    }
}
