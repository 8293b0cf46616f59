package dev.qorpus.web.mcp.tool;

import dev.qorpus.search.result.PassageHit;
import dev.qorpus.web.json.HitView;

/** Cuts answers. A cut is marked by an ellipsis and falls between words. */
final class Excerpt {

    private static final String ELLIPSIS = "…";
    /** How far back a space is looked for. */
    private static final int WORD = 30;

    private Excerpt() {}

    /**
     * The part of a hit's answer that speaks for it: all of it if it is short, else from its best passage on.
     *
     * @param most characters, without the ellipses
     */
    static String of(HitView hit, int most) {
        String answer = hit.answer();
        PassageHit passage = hit.passage();
        int start = answer.length() <= most || passage == null
                ? 0
                : Math.max(0, Math.min(passage.start(), answer.length() - most));
        return of(answer, start, most);
    }

    /** The beginning of a text. */
    static String beginning(String text, int most) {
        return of(text, 0, most);
    }

    private static String of(String text, int start, int most) {
        int from = start == 0 ? 0 : afterSpace(text, start);
        int to = Math.min(text.length(), from + most);
        int end = to == text.length() ? to : beforeSpace(text, to);
        String cut = text.substring(from, Math.max(from, end)).strip();
        return (from > 0 ? ELLIPSIS + " " : "") + cut + (end < text.length() ? " " + ELLIPSIS : "");
    }

    /** The beginning of the word at a place, or of the next one. */
    private static int afterSpace(String text, int at) {
        for (int i = at; i < Math.min(text.length(), at + WORD); i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return whole(text, at);
    }

    private static int beforeSpace(String text, int at) {
        for (int i = at; i > Math.max(0, at - WORD); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return whole(text, at);
    }

    /** Not between the two halves of a character. */
    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
