package dev.qorpus.web.cli.terminal;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.instancio.generator.Generator;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.property.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.field;

class ParagraphTest {

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final String[] PIECES = {" ", " ", "  ", "\n", "- ", "12. ", "word", "a-long-word", "Größe",
            "e\u0301", "世界", "（", "）。", "セカイ", "한국어", "🍵", "👨\u200D👩\u200D👧", "❤\uFE0F", "🇩🇪", "สวัสดี", "\u00A0",
            "\u001B[31m", "\t", "x".repeat(90), "界".repeat(45), "\u0301", "          "};

    /** A text, and the columns for it. */
    record Broken(String text, int width) {

        Stream<Broken> smaller() {
            return Shrinking.text(text).map(shorter -> new Broken(shorter, width));
        }
    }

    private static List<String> lines(Paragraph paragraph, String text) {
        return paragraph.lines(StyledText.of(text)).stream().map(StyledText::text).toList();
    }

    @Test
    void linesAreBrokenBetweenWords() {
        assertThat(lines(Paragraph.indented(20, 4), "one two three four five")).containsExactly("    one two three",
                "    four five");
        assertThat(lines(Paragraph.indented(20, 4), "one\n\ntwo")).containsExactly("    one", "    ", "    two");
    }

    @Test
    void linesHangBehindTheirBullet() {
        assertThat(lines(Paragraph.indented(20, 0), "- one two three four five"))
                .containsExactly("- one two three four", "  five");
        assertThat(lines(Paragraph.indented(20, 0), "  12. one two three four")).containsExactly("  12. one two three",
                "      four");
        assertThat(lines(Paragraph.hanging(20, 2), "one two three four five")).containsExactly("one two three four",
                "  five");
        assertThat(lines(Paragraph.behind(StyledText.of(" 1  "), 14), "one two three")).containsExactly(" 1  one two",
                "    three");
    }

    @Test
    void signsWithoutBlanksAreBrokenBesideEachOther() {
        assertThat(lines(Paragraph.indented(10, 0), "猫はなぜ暗い（所）でも")).containsExactly("猫はなぜ暗", "い（所）で",
                "も");
        assertThat(lines(Paragraph.indented(8, 0), "猫は暗い。所")).containsExactly("猫は暗", "い。所");
        assertThat(lines(Paragraph.indented(14, 0), "어텐션의 계산량이 문서")).containsExactly("어텐션의", "계산량이 문서");
    }

    @Test
    void aLongWordIsBrokenWhereTheLineEnds() {
        assertThat(lines(Paragraph.indented(10, 0), "a bbbbbbbbbbbbbbb c")).containsExactly("a", "bbbbbbbbbb",
                "bbbbb c");
    }

    @Test
    void partsStayWhole() {
        List<StyledText> parts = Stream.of("words #1 (2.0)", "meaning #2", "A long heading of words", "end")
                .map(StyledText::of).toList();
        assertThat(Paragraph.indented(20, 2).items(parts)).extracting(StyledText::text).containsExactly(
                "  words #1 (2.0)", "  meaning #2", "  A long heading of", "  words  end");
    }

    @Test
    void noLineIsTooWideAndNothingButBlanksIsLost() {
        Generator<String> mixed = random -> {
            StringBuilder text = new StringBuilder();
            int pieces = random.intRange(0, 40);
            for (int i = 0; i < pieces; i++) {
                text.append(random.oneOf(PIECES));
            }
            return text.toString();
        };
        holds(mixed, 20261130);
        holds(Texts.any(400), 20261201);
    }

    private static void holds(Generator<String> texts, long seed) {
        Property.of(Instancio.of(Broken.class).supply(field(Broken::text), texts)
                .supply(field(Broken::width), Numbers.between(40, 200)))
                .shrunkBy(Broken::smaller)
                .holds(500, seed, broken -> {
                    assertFits(broken, Paragraph.indented(broken.width(), 4)::lines);
                    assertFits(broken, text -> Paragraph.hanging(broken.width(), 8).items(List.of(text)));
                });
    }

    private static void assertFits(Broken broken, Function<StyledText, List<StyledText>> breaking) {
        StyledText text = StyledText.of(broken.text());
        List<StyledText> lines = breaking.apply(text);
        assertThat(lines).allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(broken.width()));
        assertThat(lines.stream().flatMap(line -> characters(line.text())).toList())
                .isEqualTo(characters(text.text()).toList());
    }

    /** The characters as people see them, without blanks. */
    private static Stream<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(found -> found.group().strip()).filter(each -> !each.isEmpty());
    }
}
