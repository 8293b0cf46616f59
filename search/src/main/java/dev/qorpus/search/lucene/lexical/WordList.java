package dev.qorpus.search.lucene.lexical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.qorpus.search.backend.Vocabulary.SimilarWord;

/** Words as they are written, and how many entries have each; finds those near to another. */
final class WordList {

    /** The code points of all words, the shortest word first: a word is near only to those about as long. */
    private final int[] text;
    /** Where each word begins in the text, and at last where it ends. */
    private final int[] starts;
    private final int[] frequencies;
    /** The letters of each word as a bit set. It rules out most words before their distance is computed. */
    private final int[] letters;

    WordList(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> words = new ArrayList<>(counts.entrySet());
        words.sort(Comparator.comparingInt(word -> length(word.getKey())));
        text = new int[words.stream().mapToInt(word -> length(word.getKey())).sum()];
        starts = new int[words.size() + 1];
        frequencies = new int[words.size()];
        letters = new int[words.size()];
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            for (int letter : words.get(i).getKey().codePoints().toArray()) {
                text[at++] = letter;
            }
            starts[i + 1] = at;
            frequencies[i] = words.get(i).getValue();
            letters[i] = letters(words.get(i).getKey());
        }
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }

    /** A bit for each letter; some share one. */
    private static int letters(String word) {
        return word.codePoints().map(letter -> 1 << letter).reduce(0, (some, letter) -> some | letter);
    }

    /** Words within so many edits that may be meant, as in {@link dev.qorpus.search.backend.Vocabulary#similar}. */
    List<SimilarWord> similar(String word, int edits) {
        EditDistances near = EditDistances.of(word, edits);
        int first = word.codePointAt(0);
        int own = letters(word);
        List<SimilarWord> similar = new ArrayList<>();
        int end = from(length(word) + 2);
        for (int i = from(length(word) - 1); i < end; i++) {
            // An edit brings one letter at most, and takes one away.
            if ((text[starts[i]] == first || letters[i] == own) && Integer.bitCount(own & ~letters[i]) <= edits
                    && Integer.bitCount(letters[i] & ~own) <= edits) {
                OptionalInt found = near.to(text, starts[i], starts[i + 1]);
                if (found.isPresent()) {
                    similar.add(new SimilarWord(new String(text, starts[i], starts[i + 1] - starts[i]),
                            found.getAsInt(), frequencies[i]));
                }
            }
        }
        return similar;
    }

    /** The place of the first word with at least so many letters. */
    private int from(int length) {
        int low = 0;
        int high = frequencies.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle + 1] - starts[middle] < length) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
