package dev.qorpus.web.cli.terminal;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.qorpus.web.cli.terminal.Terminal.Stream.ERR;
import static dev.qorpus.web.cli.terminal.Terminal.Stream.OUT;
import static org.assertj.core.api.Assertions.assertThat;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({"120, 120", "20, 40", "0, 80", "-1, 80", "wide, 80", "99999, 80", "'', 80"})
    void theWidthIsThatOfColumns(String columns, int width) {
        assertThat(Terminal.of(Map.of("COLUMNS", columns), Set.of(), "").width()).isEqualTo(width);
    }

    @Test
    void textIsNotWiderThanPeopleRead() {
        Terminal wide = Terminal.of(Map.of("COLUMNS", "300"), Set.of(OUT), "");
        assertThat(wide.width()).isEqualTo(300);
        assertThat(wide.textWidth()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"TERM, xterm, true, true, true", "TERM, dumb, true, false, false", "TERM, linux, true, true, false",
            "TERM, xterm, false, false, false", "NO_COLOR, 1, true, false, false", "CLICOLOR, 0, true, false, false",
            "CLICOLOR_FORCE, 1, false, true, false", "FORCE_COLOR, 1, false, true, false",
            "FORCE_COLOR, 0, false, false, false", "COLORTERM, truecolor, true, true, true"})
    void coloursNeedATerminalThatHasThem(String variable, String value, boolean terminal, boolean styled,
            boolean links) {
        Map<String, String> environment = variable.equals("TERM")
                ? Map.of(variable, value)
                : Map.of("TERM", "xterm", variable, value);
        Terminal found = Terminal.of(environment, terminal ? Set.of(OUT) : Set.of(), "");
        assertThat(found.styled()).isEqualTo(styled);
        assertThat(found.links()).isEqualTo(links);
    }

    @Test
    void aPipeTakesLongLines() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), Set.of(ERR), "").bounded()).isFalse();
        assertThat(Terminal.of(Map.of("TERM", "xterm"), Set.of(OUT), "").bounded()).isTrue();
        assertThat(Terminal.of(Map.of("COLUMNS", "100"), Set.of(), "").bounded()).isTrue();
    }

    @Test
    void noColorWinsOverForcing() {
        assertThat(Terminal.of(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), Set.of(), "").styled()).isFalse();
    }
}
