package dev.qorpus.indexer.analysis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of programming languages and platforms that contain signs. An analyzer that splits at signs would make C++, C#
 * and C one word, and .NET a net.
 */
public final class CodeNames {

    /** By the name as written, the text that is analysed instead. */
    public static final Map<String, String> REPLACEMENTS = replacements();

    private CodeNames() {}

    private static SortedMap<String, String> replacements() {
        SortedMap<String, String> replacements = new TreeMap<>();
        for (String letter : new String[]{"C", "c"}) {
            replacements.put(letter + "++", letter + "plusplus");
        }
        for (String letter : new String[]{"C", "c", "F", "f"}) {
            replacements.put(letter + "#", letter + "sharp");
        }
        for (String net : new String[]{".NET", ".Net", ".net"}) {
            replacements.put(net, " dotnet");
        }
        return replacements;
    }

    /** Whether a text has a {@code ++}, a {@code #}, or a point followed by an N. Fast, and true too often. */
    static boolean mayBeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (sign == '#' || (sign == '+' && next == '+') || (sign == '.' && (next == 'n' || next == 'N'))) {
                return true;
            }
        }
        return false;
    }
}
