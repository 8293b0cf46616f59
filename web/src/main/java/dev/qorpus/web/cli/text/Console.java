package dev.qorpus.web.cli.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;

import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/**
 * The output of a command: results on standard output, everything else on standard error.
 *
 * @param terminal what both can show
 * @param quiet whether only results and errors are wanted
 */
public record Console(PrintWriter standardOut, PrintWriter standardError, Terminal terminal, boolean quiet) {

    /** What JSON may hold as it is, and a terminal may take for a command. */
    private static final Pattern UNSAFE = Pattern.compile("[\\x7F-\\x9F\\x{2028}\\x{2029}]");

    /** The same, which prints only results and errors if that is wanted. */
    public Console quietIf(boolean wanted) {
        return new Console(standardOut, standardError, terminal, wanted);
    }

    /** Prints lines of a result. */
    public void out(List<StyledText> lines) {
        lines.forEach(line -> standardOut.println(line.trimmed().render(terminal)));
        standardOut.flush();
    }

    /** Prints a sentence of a result. */
    public void out(String sentence) {
        out(lines(sentence));
    }

    /** The lines of a sentence; one, unless it would be broken where the line ends. */
    public List<StyledText> lines(String sentence) {
        StyledText text = StyledText.of(sentence);
        return terminal.bounded() ? Paragraph.hanging(terminal.textWidth(), 2).lines(text) : List.of(text);
    }

    /** Prints JSON, in which control characters are escaped. */
    public void json(String json) {
        standardOut.println(UNSAFE.matcher(json)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0))));
        standardOut.flush();
    }

    /** Prints what went wrong, or has to be known. */
    public void error(String text) {
        StyledText line = StyledText.of(text.replace('\n', ' '));
        Paragraph paragraph = Paragraph.behind(StyledText.of("qorpus: "), terminal.textWidth());
        // A program that reads standard error gets one line.
        List<StyledText> lines = terminal.errors() && terminal.bounded()
                ? paragraph.lines(line)
                : List.of(paragraph.first().plus(line));
        lines.forEach(each -> standardError.println(each.text()));
        standardError.flush();
    }

    /** Prints what is good to know, unless only results and errors are wanted. */
    public void note(String text) {
        if (!quiet) {
            error(text);
        }
    }
}
