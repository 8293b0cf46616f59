package dev.qorpus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** English-like text of any length: words of the seed, in the order of a random walk through it. */
final class RandomTexts {

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}'-]+");
    /** As many words in a row are taken from one place. */
    private static final int RUN = 6;

    private final String[] words;
    private final Random random;

    RandomTexts(Path seed, long randomSeed) throws IOException {
        this.words = GAP.splitAsStream(Files.readString(seed)).filter(word -> !word.isEmpty()).toArray(String[]::new);
        this.random = new Random(randomSeed);
    }

    /** So many words. */
    String words(int count) {
        List<String> text = new ArrayList<>();
        while (text.size() < count) {
            int from = random.nextInt(words.length - RUN);
            for (int i = 0; i < RUN && text.size() < count; i++) {
                text.add(words[from + i]);
            }
        }
        return String.join(" ", text);
    }

    /** Texts of lengths evenly spread between two numbers of words, in no order. */
    List<String> between(int fewest, int most, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(words(fewest + random.nextInt(most - fewest + 1)));
        }
        return texts;
    }
}
