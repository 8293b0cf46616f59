package dev.qorpus.search.retrieve;

/**
 * Tells mistyped words from other words. Fingers leave out a letter, repeat or add one, swap two, or hit the next key. Another
 * letter in its place is rather another word: hypotension and hypertension, ileum and ilium.
 */
final class TypingErrors {

    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    /** More than any number of edits. */
    private static final int FORBIDDEN = 100;

    private TypingErrors() {}

    /**
     * Whether fingers alone explain the difference of two words.
     *
     * @param edits between them, with all replacements allowed
     */
    static boolean explain(String typed, String meant, int edits) {
        return distance(typed, meant) <= edits;
    }

    /** The optimal string alignment distance, in which a letter can be replaced by that of a neighbouring key only. */
    private static int distance(String a, String b) {
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : least(a, b, i, j, distances);
            }
        }
        return distances[a.length()][b.length()];
    }

    private static int least(String a, String b, int i, int j, int[][] distances) {
        char typed = a.charAt(i - 1);
        char meant = b.charAt(j - 1);
        int replaced = typed == meant ? 0 : areNeighbours(typed, meant) ? 1 : FORBIDDEN;
        int least = Math.min(distances[i - 1][j - 1] + replaced,
                Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && typed == b.charAt(j - 2) && a.charAt(i - 2) == meant;
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }

    private static boolean areNeighbours(char one, char other) {
        for (int row = 0; row < ROWS.length; row++) {
            int at = ROWS[row].indexOf(one);
            for (int near = Math.max(0, row - 1); at >= 0 && near < Math.min(ROWS.length, row + 2); near++) {
                int place = ROWS[near].indexOf(other);
                // Each row is set off by about half a key, so that a key has two above it and two below.
                int first = near > row ? at - 1 : at;
                if (place >= 0 && (near == row ? Math.abs(place - at) == 1 : place == first || place == first + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
