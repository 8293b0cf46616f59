package dev.qorpus.web.cli.terminal;

import java.util.Map;
import java.util.Set;

/**
 * What standard output and standard error can show.
 *
 * @param width columns of a line
 * @param bounded whether a longer line would be broken where it ends; a file or a pipe takes lines of any length
 * @param styled whether standard output shows colours
 * @param links whether it shows links (OSC 8)
 * @param errors whether standard error is a terminal
 * @param host the name of this machine, which links to files have; may be empty
 */
public record Terminal(int width, boolean bounded, boolean styled, boolean links, boolean errors, String host) {

    private static final int USUAL = 80;
    private static final int NARROWEST = 40;
    /** Longer lines are hard to read. */
    private static final int LONGEST_TEXT = 120;

    /** A stream that may be a terminal. */
    public enum Stream {
        OUT, ERR
    }

    /**
     * The terminal as the environment describes it.
     *
     * @param environment {@code COLUMNS} is the width, {@code NO_COLOR}, {@code CLICOLOR}, {@code CLICOLOR_FORCE} and
     *            {@code FORCE_COLOR} demand or forbid colours, and {@code TERM} names the kind
     * @param terminals the streams that are terminals
     * @param host the name of this machine
     */
    public static Terminal of(Map<String, String> environment, Set<Stream> terminals, String host) {
        int columns = columns(environment.getOrDefault("COLUMNS", ""));
        boolean out = terminals.contains(Stream.OUT);
        String kind = environment.getOrDefault("TERM", "");
        boolean dumb = kind.isEmpty() || kind.equals("dumb");
        boolean colourful = out && !dumb && !environment.getOrDefault("CLICOLOR", "").equals("0");
        boolean styled = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && (demands(environment, "CLICOLOR_FORCE") || demands(environment, "FORCE_COLOR") || colourful);
        // The console of Linux has no links.
        boolean links = styled && out && !dumb && !kind.equals("linux");
        return new Terminal(Math.max(NARROWEST, columns == 0 ? USUAL : columns), out || columns > 0, styled, links,
                terminals.contains(Stream.ERR) && !dumb, host);
    }

    private static boolean demands(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && !value.equals("0");
    }

    /** The width that a variable names; 0 if it names none. */
    private static int columns(String named) {
        return named.matches("[1-9]\\d{0,3}") ? Integer.parseInt(named) : 0;
    }

    /** The same with or without colours and links. */
    public Terminal withStyles(boolean with) {
        return new Terminal(width, bounded, with, with && links, errors, host);
    }

    /** The columns of running text. */
    public int textWidth() {
        return Math.min(width, LONGEST_TEXT);
    }
}
