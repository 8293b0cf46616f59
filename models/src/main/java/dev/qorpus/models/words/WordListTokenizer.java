package dev.qorpus.models.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Tokenizer;

/**
 * Finds the words of a list in texts. A word is looked up as written, then in lower case, then by its parts.
 *
 * @param ids the id of each word
 */
record WordListTokenizer(Map<String, Integer> ids) implements Tokenizer {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’._+-][\\p{L}\\p{N}]+)*[+#]*");
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public List<int[]> words(List<String> texts) {
        return texts.stream().map(this::words).toList();
    }

    private int[] words(String text) {
        List<Integer> found = new ArrayList<>();
        WORD.matcher(text).results().forEach(match -> {
            Integer whole = id(match.group());
            if (whole != null) {
                found.add(whole);
            } else {
                PART.matcher(match.group()).results().map(part -> id(part.group()))
                        .filter(id -> id != null).forEach(found::add);
            }
        });
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private @Nullable Integer id(String word) {
        Integer asWritten = ids.get(word);
        return asWritten != null ? asWritten : ids.get(word.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean hasWord(String word) {
        return id(word) != null;
    }

    @Override
    public void close() {
        // There is nothing to free.
    }
}
