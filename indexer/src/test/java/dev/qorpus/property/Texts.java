package dev.qorpus.property;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.instancio.Instancio;
import org.instancio.InstancioApi;
import org.instancio.Random;
import org.instancio.TypeToken;
import org.instancio.generator.Generator;

import static org.instancio.Select.allStrings;
import static org.instancio.Select.root;

/** Random texts. */
public final class Texts {

    /** What breaks programs: ends of lines, controls, spaces of all kinds, halves of pairs, marks, no characters. */
    private static final List<String> EDGE_CASES = List.of("\n", "\r", "\r\n", "\t", "\u0000", "\u001F", "\u007F",
            "\u0085", "\u00A0", "\u2028", "\u2029", "\u200B", "\u200D", "\u202E", "\uFEFF", "\uFFFD", "\uFFFE",
            "\uFFFF", "\uD83C\uDF75", "\uDBFF\uDFFF", "\uD800", "\uDC00", "e\u0301", "\u0130", "\u00DF", "\u4E16");

    private Texts() {}

    /** Mixtures of pieces, each a list to be joined: from none to as many as are allowed. */
    public static InstancioApi<List<String>> mixtures(int most, String... pieces) {
        return Instancio.of(new TypeToken<List<String>>() {
        })
                .generate(root(), gen -> gen.collection().minSize(0).maxSize(most))
                .generate(allStrings(), gen -> gen.oneOf(pieces))
                // An empty list has no strings to select.
                .lenient();
    }

    /** Any text: empty, the longest, and all between; of letters, of edge cases, and of any characters at all. */
    public static Generator<String> any(int longest) {
        Generator<Integer> lengths = Numbers.between(0, longest);
        return random -> {
            StringBuilder text = new StringBuilder();
            int length = lengths.generate(random);
            while (text.length() < length) {
                text.append(piece(random));
            }
            text.setLength(length);
            return text.toString();
        };
    }

    /** Letters without marks, no fewer and no more than are allowed. */
    public static Generator<String> letters(int shortest, int longest) {
        Generator<Integer> lengths = Numbers.between(shortest, longest);
        return random -> random.mixedCaseAlphabetic(lengths.generate(random));
    }

    private static String piece(Random random) {
        return switch (random.intRange(0, 4)) {
            case 0 -> random.oneOf(EDGE_CASES);
            case 1 -> String.valueOf(random.characterRange(Character.MIN_VALUE, Character.MAX_VALUE));
            case 2 -> IntStream.range(0, random.intRange(1, 3)).mapToObj(i -> " ").collect(Collectors.joining());
            default -> random.lowerCaseAlphabetic(random.intRange(1, 6)) + random.oneOf("", " ", ". ", "? ", ", ");
        };
    }
}
