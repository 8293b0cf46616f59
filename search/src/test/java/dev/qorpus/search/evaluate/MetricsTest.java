package dev.qorpus.search.evaluate;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Worked by hand from the definitions; trec_eval prints the same to four places. */
class MetricsTest {

    private final List<String> ranked = List.of("a", "b", "c", "d");

    @Test
    void ndcgWeighsGradesByRank() {
        // (1/log2 3 + 2/log2 5) / (2/log2 2 + 1/log2 3 + 1/log2 4)
        assertThat(Metrics.ndcg(ranked, Map.of("b", 1, "d", 2, "x", 1), 10)).isCloseTo(0.4766, within(5e-5));
        assertThat(Metrics.ndcg(ranked, Map.of("a", 1), 10)).isEqualTo(1);
        assertThat(Metrics.ndcg(ranked, Map.of("d", 1), 3)).isZero();
        assertThat(Metrics.ndcg(List.of(), Map.of("d", 1), 10)).isZero();
    }

    @Test
    void othersCountHits() {
        Map<String, Integer> relevant = Map.of("c", 1, "x", 2);
        assertThat(Metrics.reciprocalRank(ranked, relevant, 10)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Metrics.reciprocalRank(ranked, relevant, 2)).isZero();
        assertThat(Metrics.hit(ranked, relevant, 1)).isZero();
        assertThat(Metrics.hit(ranked, relevant, 3)).isEqualTo(1);
        assertThat(Metrics.recall(ranked, relevant, 10)).isEqualTo(0.5);
    }
}
