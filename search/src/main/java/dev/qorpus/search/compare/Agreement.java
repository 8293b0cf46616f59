package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** How much two ranked lists agree. */
final class Agreement {

    /** How little deeper ranks count: with 0.9 the first ten carry 86 % of the weight. */
    private static final double PERSISTENCE = 0.9;

    private Agreement() {}

    static Comparison.Overlap of(String a, List<EntryId> inA, String b, List<EntryId> inB) {
        Set<EntryId> both = new HashSet<>(inA);
        both.retainAll(new HashSet<>(inB));
        int all = inA.size() + inB.size() - both.size();
        return new Comparison.Overlap(a, b, both.size(), Math.max(inA.size(), inB.size()),
                all == 0 ? 1 : (double) both.size() / all, rankBiasedOverlap(inA, inB));
    }

    /**
     * Extrapolated rank-biased overlap of lists of any two lengths (Webber, Moffat and Zobel 2010, equation 32).
     *
     * @return from 0, nothing in common, to 1, the same entries in the same order
     */
    static double rankBiasedOverlap(List<EntryId> one, List<EntryId> other) {
        List<EntryId> shorter = one.size() <= other.size() ? one : other;
        List<EntryId> longer = one.size() <= other.size() ? other : one;
        int s = shorter.size();
        int l = longer.size();
        if (s == 0) {
            return l == 0 ? 1 : 0;
        }
        List<Integer> shared = shared(shorter, longer);
        int atS = shared.get(s);
        int atL = shared.get(l);
        double sum = 0;
        double weight = 1;
        for (int depth = 1; depth <= l; depth++) {
            weight *= PERSISTENCE;
            sum += shared.get(depth) / (double) depth * weight;
            if (depth > s) {
                sum += atS * (depth - s) / (double) (s * depth) * weight;
            }
        }
        return (1 - PERSISTENCE) / PERSISTENCE * sum + ((atL - atS) / (double) l + atS / (double) s) * weight;
    }

    /** How many entries both lists have down to each depth; of the shorter one no more than it has. */
    private static List<Integer> shared(List<EntryId> shorter, List<EntryId> longer) {
        Set<EntryId> inShorter = new HashSet<>();
        Set<EntryId> inLonger = new HashSet<>();
        List<Integer> shared = new ArrayList<>(List.of(0));
        int count = 0;
        for (int i = 0; i < longer.size(); i++) {
            EntryId next = longer.get(i);
            inLonger.add(next);
            count += inShorter.contains(next) ? 1 : 0;
            if (i < shorter.size()) {
                EntryId own = shorter.get(i);
                inShorter.add(own);
                count += inLonger.contains(own) ? 1 : 0;
            }
            shared.add(count);
        }
        return shared;
    }
}
