package dev.qorpus.indexer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * Measures how the cosines of a model are distributed between unrelated texts: between the questions and the first
 * passages of a sample of entries. The sample is that with the lowest hashes, so that it depends neither on the order of
 * the files nor on the machine.
 */
final class UnrelatedPairs {

    /** Entries in the sample: ten thousand pairs give the mean within a hundredth of the deviation. */
    private static final int SAMPLE = 100;
    /** The share of each question's pairs that is left out, because they may be related. */
    private static final double RELATED = 0.1;
    /** The deviation of models with a known distribution, as a share of the distance from the mean to 1. */
    private static final double USUAL_DEVIATION = 0.1;
    /** The pairs that the usual deviation counts for, which matters in a corpus of a few entries. */
    private static final int USUAL_PAIRS = 50;

    /** An entry of the sample: its question, and by space the vector of its first passage. */
    private record Sampled(String question, Map<String, float[]> passages) {

        double cosine(float[] question, String space) {
            float[] passage = passages.get(space);
            return passage == null ? 0 : UnitVectors.dot(question, passage);
        }
    }

    private final List<String> spaces;
    private final SortedMap<String, Sampled> sample = new TreeMap<>();

    /** @param spaces the vector spaces to measure; if there is none, nothing is collected */
    UnrelatedPairs(List<String> spaces) {
        this.spaces = spaces;
    }

    void add(IndexedEntry entry) {
        if (spaces.isEmpty() || (sample.size() == SAMPLE && entry.hash().compareTo(sample.lastKey()) > 0)) {
            return;
        }
        sample.put(entry.hash(), new Sampled(entry.entry().question(),
                spaces.stream().collect(Collectors.toMap(space -> space, space -> passage(entry, space)))));
        if (sample.size() > SAMPLE) {
            sample.pollLastEntry();
        }
    }

    private static float[] passage(IndexedEntry entry, String space) {
        EntryVectors vectors = entry.vectors().get(space);
        if (vectors == null) {
            throw new IllegalStateException("an entry has vectors in every space");
        }
        return vectors.passages().length == 0 ? vectors.question() : vectors.passages()[0];
    }

    /** Whether there is nothing to measure. */
    boolean isEmpty() {
        return sample.isEmpty();
    }

    /** The distribution in one space. Without a pair, it is that of the default model. */
    CosineDistribution measure(Embedder embedder) {
        List<Sampled> entries = List.copyOf(sample.values());
        double[] cosines = IntStream.range(0, entries.size())
                .mapToObj(one -> unrelated(embedder, entries, one)).flatMapToDouble(Arrays::stream).toArray();
        if (cosines.length == 0) {
            return CosineDistribution.STANDARD;
        }
        double mean = Arrays.stream(cosines).average().orElseThrow();
        double squares = Arrays.stream(cosines).map(cosine -> (cosine - mean) * (cosine - mean)).sum();
        double usual = USUAL_DEVIATION * (1 - mean);
        return new CosineDistribution(mean,
                Math.sqrt((squares + USUAL_PAIRS * usual * usual) / (cosines.length + USUAL_PAIRS)));
    }

    /** The cosines of one entry's question with the passages of all others, without the highest. */
    private static double[] unrelated(Embedder embedder, List<Sampled> entries, int one) {
        float[] question = embedder.embedQuery(entries.get(one).question());
        String space = embedder.spec().name();
        double[] cosines = IntStream.range(0, entries.size()).filter(other -> other != one)
                .mapToDouble(other -> entries.get(other).cosine(question, space)).sorted()
                .toArray();
        return Arrays.copyOf(cosines, cosines.length - (int) (RELATED * cosines.length));
    }
}
