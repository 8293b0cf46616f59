package dev.qorpus.web.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.analysis.IndexedTerm;
import dev.qorpus.indexer.schema.IndexSchema;

/**
 * The terms of all entries with their postings, as {@code lexicon.js} reads them. The terms are those that an index has of
 * the same entries.
 *
 * @param terms one a line; those of words as they are written begin with a quotation mark
 * @param postings for each term a line: the distance to each next entry, and the negative count if it is not 1
 * @param lengths the number of stemmed words of each entry, and of words as they are written, as the index rounds them
 * @param mean the mean of each, not rounded
 */
record WordsData(String terms, String postings, List<List<Integer>> lengths, List<Double> mean) {

    private static final String WRITTEN = "\"";
    /** Lengths below this are kept by an index as they are; above, four bits of what is over. */
    private static final int EXACT = 24;
    private static final int KEPT_BITS = 4;

    static WordsData of(List<SiteEntry> entries) {
        SortedMap<String, StringJoiner> postings = new TreeMap<>();
        Map<String, Integer> last = new HashMap<>();
        List<List<Integer>> lengths = List.of(new ArrayList<>(), new ArrayList<>());
        long[] all = new long[2];
        for (int number = 0; number < entries.size(); number++) {
            List<IndexedTerm> stemmed = IndexSchema.tokens(entries.get(number).entry());
            List<IndexedTerm> written = IndexSchema.written(entries.get(number).entry());
            Map<String, Integer> counts = new TreeMap<>();
            stemmed.forEach(term -> counts.merge(term.term(), 1, Integer::sum));
            written.forEach(term -> counts.merge(WRITTEN + term.term(), 1, Integer::sum));
            int entry = number;
            counts.forEach((term, count) -> add(postings.computeIfAbsent(term, one -> new StringJoiner(",")),
                    entry - last.getOrDefault(term, -1), count));
            counts.keySet().forEach(term -> last.put(term, entry));
            lengths.get(0).add(length(stemmed));
            lengths.get(1).add(length(written));
            all[0] += stemmed.size();
            all[1] += written.size();
        }
        int size = Math.max(1, entries.size());
        return new WordsData(String.join("\n", postings.keySet()),
                postings.values().stream().map(StringJoiner::toString).collect(Collectors.joining("\n")), lengths,
                List.of((double) all[0] / size, (double) all[1] / size));
    }

    private static void add(StringJoiner postings, int distance, int count) {
        postings.add(Integer.toString(distance));
        if (count > 1) {
            postings.add(Integer.toString(-count));
        }
    }

    /** Forms of one word count once. Lucene keeps a length in one byte ({@code SmallFloat.intToByte4}). */
    private static int length(Collection<IndexedTerm> terms) {
        int length = (int) terms.stream().filter(term -> !term.isAlternative()).count();
        int over = length - EXACT;
        int dropped = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, over)) - KEPT_BITS);
        return over <= 0 ? length : EXACT + (over >> dropped << dropped);
    }
}
