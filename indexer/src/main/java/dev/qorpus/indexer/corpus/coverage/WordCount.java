package dev.qorpus.indexer.corpus.coverage;

import java.util.regex.Pattern;

/**
 * Counts words: runs of letters, digits and marks. A character of a script without spaces (Chinese, Japanese kana, Thai) is
 * a word of its own.
 */
public final class WordCount {

    /** One word. */
    public static final Pattern WORD = Pattern.compile(
            "[\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]\\p{M}*+"
                    + "|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}&&[^\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]]*+");

    private WordCount() {}

    /** The number of words in a text. */
    public static int of(CharSequence text) {
        return (int) WORD.matcher(text).results().count();
    }
}
