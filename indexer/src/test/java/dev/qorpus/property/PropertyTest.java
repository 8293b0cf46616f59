package dev.qorpus.property;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.instancio.Select.allInts;
import static org.instancio.Select.allStrings;

class PropertyTest {

    /** A text and a number. */
    record Example(String text, int number) {}

    @Test
    void aFailureReportsTheSeedTheExampleAndASmallerOne() {
        assertThatThrownBy(() -> Property.of(Texts.mixtures(40, "a", "b", "c")).shrunkBy(Shrinking::list)
                .holds(500, 7, pieces -> assertThat(pieces.indexOf("c")).isLessThanOrEqualTo(pieces.indexOf("b"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching(
                        "(?s)Falsified by example \\d+ of 500, seed 7: \\[.+].*Shrunk to: \\[c].*Expecting.*")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void anExceptionOfTheCheckIsAFailure() {
        assertThatThrownBy(
                () -> Property.of(Texts.mixtures(3, "a")).holds(100, 1,
                        pieces -> assertThat(pieces.getFirst()).isEqualTo("a")))
                .isInstanceOf(AssertionError.class).hasMessageContaining("seed 1: []")
                .hasCauseInstanceOf(NoSuchElementException.class);
    }

    @Test
    void allTriesAreMadeAndOneSeedGivesTheSameExamples() {
        List<Example> examples = examples(300, 11);
        assertThat(examples).hasSize(300).isEqualTo(examples(300, 11)).isNotEqualTo(examples(300, 12));
        assertThat(Set.copyOf(examples)).hasSizeGreaterThan(250);
    }

    @Test
    void edgeCasesAreAmongTheExamples() {
        List<Example> examples = examples(300, 11);
        assertThat(examples).extracting(Example::number).contains(-3, -2, 0, 899, 900);
        assertThat(examples).extracting(example -> example.text().length()).contains(0, 1, 29, 30);
        String all = examples.stream().map(Example::text).collect(Collectors.joining());
        assertThat(all).contains("\r\n", "\u0000", "\u2028", "\uFEFF", "\uFFFF", "\uD83C\uDF75", " ");
        assertThat(examples).anyMatch(example -> example.text().matches("(?s).*\uD800(?![\uDC00-\uDFFF]).*"));
    }

    @Test
    void numbersShrinkTowardsTheLeast() {
        assertThat(Shrinking.number(1, 9)).containsExactly(1, 5, 7, 8);
        assertThat(Shrinking.number(1, 2)).containsExactly(1);
        assertThat(Shrinking.number(1, 1)).isEmpty();
    }

    private static List<Example> examples(int tries, long seed) {
        List<Example> examples = new ArrayList<>();
        Property.of(Instancio.of(Example.class).supply(allStrings(), Texts.any(30)).supply(allInts(),
                Numbers.between(-3, 900))).holds(tries, seed, examples::add);
        return examples;
    }
}
