package dev.qorpus.web.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.qorpus.search.query.QueryException;

/**
 * A text that is given as words, or by {@code -} on standard input.
 *
 * @param words as typed
 * @param input read to its end if it is asked for; UTF-8
 */
public record GivenText(List<String> words, InputStream input) {

    private static final List<String> STANDARD_INPUT = List.of("-");
    /** Far more than of any text is searched for. */
    private static final int MOST_BYTES = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * The text, without blanks around what was read.
     *
     * @throws QueryException if the input cannot be read, or is too long
     */
    public String text() {
        if (!words.equals(STANDARD_INPUT)) {
            return String.join(" ", words);
        }
        try {
            byte[] bytes = input.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new QueryException(
                        "standard input has more than " + MOST_BYTES + " bytes; ask a shorter question");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        } catch (IOException e) {
            throw new QueryException(
                    "standard input cannot be read (" + e.getMessage() + "); give the question in words");
        }
    }
}
