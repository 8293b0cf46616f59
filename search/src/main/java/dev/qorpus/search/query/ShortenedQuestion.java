package dev.qorpus.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of a long question that says most. In a stack trace these are the messages and not the places in the code. Of a
 * text that is still too long, the beginning and the end are kept: there people say what they want.
 *
 * @param text what is kept
 * @param notes what was left out, one sentence each
 */
record ShortenedQuestion(String text, List<String> notes) {

    /** A place in the code, as Java, C#, JavaScript, Python, Ruby, Go, Rust, PHP and the C family print it. */
    private static final Pattern FRAME = Pattern.compile("\\s*at \\S.{0,500}?(?:[):]\\s*(?:line )?\\d*\\)?|\\)|\\])\\s*"
            + "|\\s*File \".{1,500}\", line \\d+.*|\\s*\\.\\.\\. \\d+ more\\s*"
            + "|\\s*(?:from )?\\S{1,500}:\\d+:in [`'].*|\\s*#?\\d+[:.]?\\s+0x[0-9a-f]+.*|\\s*#\\d+ .*"
            + "|\\s+\\S{1,500}\\.go:\\d+.*|goroutine \\d+ .*|\\s*(?:\\d+: )?at? ?\\S+\\.rs:\\d+.*");
    private static final Pattern PYTHON_FRAME = Pattern.compile("\\s*File \".*");
    /** Under a line of code, where Python shows what failed. */
    private static final Pattern MARKS = Pattern.compile("\\s*[\\^~]+\\s*");
    private static final int FEWEST_FRAMES = 2;

    static ShortenedQuestion of(String question) {
        List<String> notes = new ArrayList<>();
        String text = withoutFrames(question, notes);
        if (text.length() > Query.MAX_LENGTH) {
            int half = Query.MAX_LENGTH / 2;
            text = atWord(text, half, true) + "\n" + atWord(text, text.length() - half, false);
            notes.add(String.format(Locale.ROOT,
                    "The question has %,d characters; its beginning and its end are searched, %,d characters together.",
                    question.length(), text.length()));
        }
        return new ShortenedQuestion(text, notes);
    }

    private static String withoutFrames(String question, List<String> notes) {
        List<String> lines = question.lines().toList();
        List<String> kept = new ArrayList<>();
        int frames = 0;
        boolean isInFrame = false;
        for (String line : lines) {
            boolean isFrame = FRAME.matcher(line).matches();
            // Python prints the line of code below its place.
            boolean isCode = isInFrame && (line.startsWith("    ") || MARKS.matcher(line).matches());
            isInFrame = isCode || (isFrame && PYTHON_FRAME.matcher(line).matches());
            frames += isFrame ? 1 : 0;
            if (!isFrame && !isCode) {
                kept.add(line);
            }
        }
        String text = String.join("\n", kept);
        if (frames < FEWEST_FRAMES || !Query.hasWord(text)) {
            return question;
        }
        notes.add("The question has a stack trace; its messages are searched, and not its " + frames
                + " places in the code.");
        return text;
    }

    /** The text up to a place, or from it, cut between words if there is a blank near. */
    private static String atWord(String text, int place, boolean upTo) {
        int near = 100;
        for (int i = place; i > place - near && upTo; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return text.substring(0, i);
            }
        }
        for (int i = place; i < place + near && !upTo; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return text.substring(i + 1);
            }
        }
        int whole = Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
        return upTo ? text.substring(0, whole) : text.substring(whole);
    }
}
