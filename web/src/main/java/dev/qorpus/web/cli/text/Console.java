package dev.qorpus.web.cli.text;

import java.io.PrintWriter;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: results to standard output, everything else to standard error. */
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

    /** Emphasised where the terminal can. */
    public String bold(String text) {
        return ansi.enabled() ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    /** Kept back where the terminal can. */
    public String faint(String text) {
        return ansi.enabled() ? "\u001B[2m" + text + "\u001B[0m" : text;
    }
}
