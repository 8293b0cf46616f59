package dev.qorpus.models.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Tokenizer;

/**
 * Finds the words of a list in texts: as written, or in lower case, or else their parts.
 *
 * @param numbers of each word
 */
record KnownWords(Map<String, Integer> numbers) implements Tokenizer {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’._+-][\\p{L}\\p{N}]+)*[+#]*");
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public List<int[]> words(List<String> texts) {
        return texts.stream().map(this::words).toList();
    }

    private int[] words(String text) {
        List<Integer> found = new ArrayList<>();
        WORD.matcher(text).results().forEach(match -> {
            Integer whole = number(match.group());
            if (whole != null) {
                found.add(whole);
            } else {
                PART.matcher(match.group()).results().map(part -> number(part.group()))
                        .filter(number -> number != null).forEach(found::add);
            }
        });
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private @Nullable Integer number(String word) {
        Integer asWritten = numbers.get(word);
        return asWritten != null ? asWritten : numbers.get(word.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean hasWord(String word) {
        return number(word) != null;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
