package dev.qorpus.search.lucene.lexical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.backend.Vocabulary.SimilarWord;

/** Words as they are written, and how many entries have each; finds those near to another. */
final class WordList {

    private final String[] words;
    private final int[] frequencies;
    /** The letters of each word as a bit set. It rules out most words before their distance is computed. */
    private final int[] letters;

    WordList(Map<String, Integer> counts) {
        words = counts.keySet().toArray(String[]::new);
        frequencies = new int[words.length];
        letters = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            frequencies[i] = counts.getOrDefault(words[i], 0);
            letters[i] = letters(words[i]);
        }
    }

    /** A bit for each letter; some share one. */
    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << word.charAt(i);
        }
        return letters;
    }

    /** Words within so many edits, in no order. */
    List<SimilarWord> similar(String word, int edits) {
        EditDistances near = EditDistances.of(word, edits);
        int own = letters(word);
        List<SimilarWord> similar = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            // A replaced letter makes two bits differ, an inserted one a single bit.
            if (Integer.bitCount(own ^ letters[i]) <= 2 * edits) {
                int at = i;
                near.to(words[i]).ifPresent(n -> similar.add(new SimilarWord(words[at], n, frequencies[at])));
            }
        }
        return similar;
    }
}
