package dev.qorpus.indexer.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Languages that their script tells: one language has it, or nearly all texts in it are in one. */
final class ScriptLanguages {

    private static final Map<UnicodeScript, String> LANGUAGES = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"), Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"), Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.THAI, "th"), Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"), Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.GREEK, "el"), Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"), Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.BENGALI, "bn"), Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"), Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"), Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"), Map.entry(UnicodeScript.SINHALA, "si")));

    /** The first letter of Greek; those before are Latin. */
    private static final int FIRST_OTHER = 0x370;

    /** The share of letters of one language from which on the text is in it. */
    private static final double MOST = .5;
    /** Japanese mixes its own letters with Chinese ones; a Chinese text has hardly a Japanese letter. */
    private static final double JAPANESE = .1;

    private ScriptLanguages() {}

    /** The language that the script of most letters tells. */
    static Optional<String> of(String text) {
        int letters = 0;
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            // Letters of the Latin alphabet are told apart fast, because most texts have few others.
            if (Character.isLetter(codePoint)) {
                letters++;
                if (codePoint >= FIRST_OTHER) {
                    counts.merge(UnicodeScript.of(codePoint), 1, Integer::sum);
                }
            }
        }
        int japanese = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int chinese = counts.getOrDefault(UnicodeScript.HAN, 0);
        if (japanese + chinese > MOST * letters) {
            return Optional.of(japanese > JAPANESE * (japanese + chinese) ? "ja" : "zh");
        }
        double enough = MOST * letters;
        return counts.entrySet().stream().filter(script -> script.getValue() > enough).map(Map.Entry::getKey)
                .map(LANGUAGES::get).filter(Objects::nonNull).findFirst();
    }
}
