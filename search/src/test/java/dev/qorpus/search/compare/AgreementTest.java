package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.EntryId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    @Property
    void itIsSymmetricAndBounded(@ForAll @UniqueElements List<@CharRange(from = 'a', to = 'h') Character> one,
            @ForAll @UniqueElements List<@CharRange(from = 'a', to = 'h') Character> other) {
        List<EntryId> a = ids(one);
        List<EntryId> b = ids(other);
        assertThat(Agreement.rankBiasedOverlap(a, b)).isBetween(0.0, 1.0 + 1e-12)
                .isCloseTo(Agreement.rankBiasedOverlap(b, a), within(1e-12));
    }

    private static List<EntryId> ids(List<Character> letters) {
        List<EntryId> ids = new ArrayList<>();
        letters.forEach(letter -> ids.add(new EntryId(letter.toString())));
        return ids;
    }
}
