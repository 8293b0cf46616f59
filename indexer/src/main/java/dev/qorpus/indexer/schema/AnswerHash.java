package dev.qorpus.indexer.schema;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.models.Sha256;

/** The hash of an answer: entries with the same one give the same answer. Case and whitespace do not count. */
public final class AnswerHash {

    /** An answer with fewer letters and digits, such as "Yes.", says nothing without its question. */
    private static final int LETTERS = 12;

    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");
    /** What the plain text leaves out of a link or an image is part of the answer. */
    private static final Pattern TARGET = Pattern.compile("\\]\\(|\\]:|<(?:a|img)\\b", Pattern.CASE_INSENSITIVE);

    private AnswerHash() {}

    /** The hash of an entry's answer; nothing if there is none. */
    public static OptionalLong of(Entry entry) {
        if (!entry.answered()) {
            return OptionalLong.empty();
        }
        String answer = normalised(entry.answer().text());
        StringBuilder same = new StringBuilder(answer);
        if (answer.codePoints().filter(Character::isLetterOrDigit).limit(LETTERS).count() < LETTERS) {
            same.append('\n').append(normalised(entry.question()));
        }
        if (TARGET.matcher(entry.answer().markdown()).find()) {
            same.append('\n').append(normalised(entry.answer().markdown()));
        }
        return OptionalLong.of(ByteBuffer.wrap(Sha256.of(same.toString())).getLong());
    }

    private static String normalised(String text) {
        return WHITESPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip()
                .toLowerCase(Locale.ROOT);
    }
}
