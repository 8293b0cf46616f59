package dev.qorpus.web.cli.terminal;

/** How text looks. The colours are among those that every theme of a terminal sets for its background. */
public enum Style {
    BOLD("1"), FAINT("2"),
    /** A word of the question. */
    MATCH("1;35"),
    /** What marks a passage, and bars. */
    ACCENT("35"),
    /** That all is well. */
    GOOD("1;32");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The parameters of the sequence that sets it (SGR of ECMA-48). */
    String code() {
        return code;
    }
}
