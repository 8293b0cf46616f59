package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * For each word of a question, the nearest word of a text by word vectors. Each word is embedded alone.
 *
 * @param embedder of single words
 * @param reader the words of a text that say what it is about
 */
public record NearestWords(Embedder embedder, Function<String, List<Word>> reader) {

    /** Shorter ones are mostly signs of something else. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]{3,}");
    /** A text's first words are enough, and a bound for the work. */
    private static final int MOST = 80;
    /** How many pairs are shown. */
    private static final int SHOWN = 6;

    /**
     * Two words.
     *
     * @param word of the question
     * @param nearest of the text
     * @param cosine of their vectors
     */
    public record Pair(String word, String nearest, double cosine) {}

    /** The pairs that are nearest, each of the question's words at most once; words that both have are left out. */
    public List<Pair> of(String question, String text) {
        List<String> there = words(text);
        List<String> asked = words(question).stream().filter(word -> !there.contains(word)).toList();
        if (asked.isEmpty() || there.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(asked);
        all.addAll(there);
        float[][] vectors = embedder.embedPassages(all);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Pair best = new Pair(asked.get(i), "", -1);
            for (int j = 0; j < there.size(); j++) {
                double cosine = UnitVectors.dot(vectors[i], vectors[asked.size() + j]);
                best = cosine > best.cosine() ? new Pair(asked.get(i), there.get(j), cosine) : best;
            }
            pairs.add(best);
        }
        return nearest(pairs);
    }

    /** The nearest of some pairs, the nearest first. */
    static List<Pair> nearest(List<Pair> pairs) {
        return pairs.stream().sorted(Comparator.comparingDouble(Pair::cosine).reversed()).limit(SHOWN).toList();
    }

    private List<String> words(String text) {
        return reader.apply(text).stream().map(word -> text.substring(word.span().start(), word.span().end()))
                .flatMap(word -> WORD.matcher(word).results()).map(found -> found.group().toLowerCase(Locale.ROOT))
                .limit(MOST).distinct().toList();
    }
}
