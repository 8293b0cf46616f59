package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.UnitVectors;

/**
 * Shows what meaning sees where words differ: for each word of a question the nearest word of a text, each word
 * compared alone.
 *
 * @param embedder of single words
 */
public record NearestWords(Embedder embedder) {

    /** Shorter ones are mostly words of grammar. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]{3,}");
    /** Words of grammar that are as long, and question words. */
    private static final Set<String> GRAMMAR = Set.of("about", "after", "also", "been", "before", "being", "between",
            "both", "could", "does", "doing", "down", "during", "each", "every", "from", "have", "having", "here",
            "into", "just", "like", "many", "more", "most", "much", "need", "only", "other", "over", "same", "should",
            "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those",
            "through", "under", "very", "want", "well", "were", "what", "when", "where", "which", "while", "whom",
            "whose", "will", "with", "without", "would", "your");
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
        return pairs.stream().sorted(Comparator.comparingDouble(Pair::cosine).reversed()).limit(SHOWN).toList();
    }

    private static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text).results().map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(word -> !GRAMMAR.contains(word)).limit(MOST).forEach(words::add);
        return List.copyOf(words);
    }
}
