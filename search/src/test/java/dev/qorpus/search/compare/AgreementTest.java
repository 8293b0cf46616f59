package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.instancio.Random;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.instancio.Select.allStrings;

class AgreementTest {

    private static List<EntryId> list(String letters) {
        return Arrays.stream(letters.split("", 0)).filter(letter -> !letter.isEmpty()).map(EntryId::new).toList();
    }

    private static double rbo(String one, String other) {
        return Agreement.rankBiasedOverlap(list(one), list(other));
    }

    /** Counted by hand from the definition: (1-p)/p (X1 p + X2/2 p² + X3/3 p³) + X3/3 p³. */
    @Test
    void rankBiasedOverlapIsThatOfItsDefinition() {
        double p = 0.9;
        double byHand = (1 - p) / p * (0 * p + 2 / 2.0 * p * p + 2 / 3.0 * p * p * p) + 2 / 3.0 * p * p * p;
        assertThat(rbo("abc", "bad")).isCloseTo(byHand, within(1e-12));
    }

    @Test
    void theEndsOfTheScale() {
        assertThat(rbo("abcdef", "abcdef")).isCloseTo(1, within(1e-12));
        assertThat(rbo("abc", "def")).isZero();
        assertThat(rbo("", "")).isEqualTo(1);
        assertThat(rbo("", "a")).isZero();
        assertThat(rbo("abc", "abcdef")).isCloseTo(1, within(1e-12));
    }

    @Test
    void earlyRanksCountMost() {
        assertThat(rbo("abcdef", "bacdef")).isLessThan(rbo("abcdef", "abcdfe"));
    }

    /** Two rankings of a few entries, each a letter. */
    record Rankings(String one, String other) {

        Stream<Rankings> shorter() {
            return Stream.concat(Shrinking.text(one).map(shorter -> new Rankings(shorter, other)),
                    Shrinking.text(other).map(shorter -> new Rankings(one, shorter)));
        }
    }

    @Test
    void itIsSymmetricAndBounded() {
        Property.of(Instancio.of(Rankings.class).supply(allStrings(), AgreementTest::ranking))
                .shrunkBy(Rankings::shorter)
                .holds(1_000, 20261129, rankings -> assertSymmetric(list(rankings.one()), list(rankings.other())));
    }

    /** From none of the letters to all, each once. */
    private static String ranking(Random random) {
        List<String> letters = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        StringBuilder ranking = new StringBuilder();
        for (int length = random.intRange(0, letters.size()); length > 0; length--) {
            ranking.append(letters.remove(random.intRange(0, letters.size() - 1)));
        }
        return ranking.toString();
    }

    private static void assertSymmetric(List<EntryId> a, List<EntryId> b) {
        assertThat(Agreement.rankBiasedOverlap(a, b)).isBetween(0.0, 1.0 + 1e-12)
                .isCloseTo(Agreement.rankBiasedOverlap(b, a), within(1e-12));
    }
}
