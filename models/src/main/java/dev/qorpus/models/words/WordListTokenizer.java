package dev.qorpus.models.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Tokenizer;

/**
 * Finds the words of a list in texts. A word is looked up as written, then in lower case, then with a capital, then by its
 * parts. Text that is written without blanks is cut into the longest words of the list.
 *
 * @param ids the id of each word, in Unicode's form NFC
 */
record WordListTokenizer(Map<String, Integer> ids) implements Tokenizer {

    /** In many scripts, vowels are marks behind their letters. */
    private static final String LETTERS = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*";
    private static final Pattern WORD = Pattern.compile(LETTERS + "(?:['’._+-]" + LETTERS + ")*[+#]*");
    private static final Pattern PART = Pattern.compile(LETTERS);
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}ー\\p{M}]+");
    /** The longest word in characters that is looked for in text without blanks. */
    private static final int LONGEST = 12;

    @Override
    public List<int[]> words(List<String> texts) {
        return texts.stream().map(this::words).toList();
    }

    private int[] words(String text) {
        List<Integer> found = new ArrayList<>();
        WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).results().forEach(match -> {
            Integer whole = id(match.group());
            if (whole != null) {
                found.add(whole);
            } else {
                PART.matcher(match.group()).results().forEach(part -> addPart(part.group(), found));
            }
        });
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addPart(String part, List<Integer> found) {
        Integer whole = id(part);
        if (whole != null) {
            found.add(whole);
        } else if (UNSPACED.matcher(part).matches()) {
            addLongest(part, found);
        }
    }

    /** At each place, the longest word of the list is taken; a character that begins none is left out. */
    private void addLongest(String text, List<Integer> found) {
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + LONGEST);
            Integer id = null;
            while (end > start && id == null) {
                id = ids.get(text.substring(start, end));
                end -= id == null ? 1 : 0;
            }
            if (id == null) {
                start += Character.charCount(text.codePointAt(start));
            } else {
                found.add(id);
                start = end;
            }
        }
    }

    private @Nullable Integer id(String word) {
        Integer asWritten = ids.get(word);
        if (asWritten != null) {
            return asWritten;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        Integer small = ids.get(lower);
        // German writes nouns with a capital.
        return small != null
                ? small
                : ids.get(lower.substring(0, Math.min(1, lower.length())).toUpperCase(Locale.ROOT)
                        + lower.substring(Math.min(1, lower.length())));
    }

    @Override
    public boolean hasWord(String word) {
        return id(Normalizer.normalize(word, Normalizer.Form.NFC)) != null;
    }

    @Override
    public void close() {
        // There is nothing to free.
    }
}
