package dev.qorpus.web.cli.terminal;

import java.util.Map;
import java.util.Set;

import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Property;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.root;

class StyledTextTest {

    private static final Terminal STYLED = Terminal.of(Map.of("TERM", "xterm"), Set.of(Terminal.Stream.OUT), "");
    private static final Terminal PLAIN = Terminal.of(Map.of(), Set.of(), "");

    @Test
    void stylesBeginAndEndWithTheirParts() {
        StyledText text = StyledText.of("one two", Style.BOLD).with(Style.MATCH, 4, 7);
        assertThat(text.render(STYLED)).isEqualTo("\u001B[1mone \u001B[0m\u001B[1;35mtwo\u001B[0m");
        assertThat(text.render(PLAIN)).isEqualTo("one two");
        assertThat(text.part(2, 5).render(STYLED)).isEqualTo("\u001B[1me \u001B[0m\u001B[1;35mt\u001B[0m");
        assertThat(StyledText.of("a ").plus(text.part(4, 7)).render(STYLED)).isEqualTo("a \u001B[1;35mtwo\u001B[0m");
    }

    @Test
    void linksSurroundTheirText() {
        StyledText link = StyledText.of("a.md:3").linked("file://here/a.md#3");
        assertThat(link.render(STYLED)).isEqualTo("\u001B]8;;file://here/a.md#3\u001B\\a.md:3\u001B]8;;\u001B\\");
        assertThat(link.render(PLAIN)).isEqualTo("a.md:3");
        assertThat(StyledText.of("a.md:3").linked("").render(STYLED)).isEqualTo("a.md:3");
    }

    @Test
    void columnsAreFilled() {
        assertThat(StyledText.of("世").padded(4).plus("|").text()).isEqualTo("世  |");
        assertThat(StyledText.of("世").paddedBefore(4).text()).isEqualTo("  世");
        assertThat(StyledText.of("a  ").trimmed().text()).isEqualTo("a");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(StyledText.of("a\u001B[31m\tb\u009B1m\u0007\r\n\u202Ec").text())
                .isEqualTo("a\uFFFD[31m b\uFFFD1m\uFFFD \n\uFFFDc");
        Property.of(Instancio.of(String.class).supply(root(), Texts.any(100))).holds(500, 20261202, text -> {
            StyledText whole = StyledText.of(text, Style.BOLD).linked(text);
            assertThat(whole.text()).hasSameSizeAs(text);
            String shown = whole.render(PLAIN);
            assertThat(shown.chars().filter(each -> Character.isISOControl(each) && each != '\n')).isEmpty();
        });
    }
}
