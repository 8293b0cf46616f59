package dev.qorpus.web.cli.text;

import java.io.PrintWriter;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The output of a command: results on standard output, everything else on standard error. */
public record Console(PrintWriter standardOut, PrintWriter standardError, Ansi ansi) {

    public static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(),
                spec.commandLine().getColorScheme().ansi());
    }

    public void out(String text) {
        standardOut.println(text);
        standardOut.flush();
    }

    public void error(String text) {
        standardError.println("qorpus: " + text);
        standardError.flush();
    }

    /** Bold, if the terminal supports it. */
    public String bold(String text) {
        return ansi.enabled() ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    /** Faint, if the terminal supports it. */
    public String faint(String text) {
        return ansi.enabled() ? "\u001B[2m" + text + "\u001B[0m" : text;
    }
}
