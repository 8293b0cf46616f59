package dev.qorpus.web.serve.judge;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.qorpus.models.Sha256;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;

/**
 * The text of a question on one line. Texts that differ only in case and white space are the same question.
 *
 * @param text as it was asked
 * @param key equal for the same question
 */
record NormalizedQuestion(String text, String key) {

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /**
     * The question of a text.
     *
     * @throws QueryException if it is empty, too long, or cannot be written in UTF-8
     */
    static NormalizedQuestion of(String text) {
        if (text.length() > Query.MAX_LENGTH) {
            throw new QueryException("the question has " + text.length() + " characters; at most " + Query.MAX_LENGTH
                    + " are allowed");
        }
        NormalizedQuestion asked = lenient(text);
        if (asked.text().isEmpty() || !StandardCharsets.UTF_8.newEncoder().canEncode(asked.text())) {
            throw new QueryException("the question is empty or not Unicode; send the words that were asked");
        }
        return asked;
    }

    /** The question of a text that is in a file already. */
    static NormalizedQuestion lenient(String text) {
        String line = isPlain(text) ? text : GAPS.matcher(text).replaceAll(" ").strip();
        return new NormalizedQuestion(line, Normalizer.normalize(line, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** Whether its words are between single spaces already, as nearly always; then the expression need not look. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            if (here < ' ' || here > '~' || (here == ' ' && before == ' ')) {
                return false;
            }
            before = here;
        }
        return before != ' ';
    }

    /**
     * An id that depends on the question only, so that files of different machines can be joined.
     *
     * @param digits how many hexadecimal digits, 12 to 64
     */
    String id(int digits) {
        return "q-" + HexFormat.of().formatHex(Sha256.of(key)).substring(0, digits);
    }

    /** Whether an id was made of this question. */
    boolean isOwnId(String id) {
        return id.length() >= 14 && id.length() <= 66 && id.equals(id(id.length() - 2));
    }
}
