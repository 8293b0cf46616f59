package dev.qorpus.web.cli.completion;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

import picocli.AutoComplete;
import picocli.CommandLine;

/** A shell that completes what is typed. */
public enum Shell {
    BASH, ZSH, FISH;

    /** The names, as they are typed. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(Shell::label).iterator();
        }
    }

    /** The shell with a name. */
    public static Optional<Shell> of(String name) {
        return Arrays.stream(values()).filter(shell -> shell.label().equals(name)).findFirst();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The script that teaches it a command and its subcommands. */
    public String script(CommandLine command) {
        return switch (this) {
            // One script for both: in zsh it loads the emulation of bash's completion.
            case BASH, ZSH -> AutoComplete.bash(command.getCommandName(), command);
            case FISH -> new FishCompletion(command.getCommandSpec()).script();
        };
    }
}
