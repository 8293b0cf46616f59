package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.field;

/** The blocks and stripes find what two plain loops find. */
class SimilarRowsTest {

    /** How many rows, and the seed of their numbers. */
    record Rows(int count, long seed) {

        Stream<Rows> fewer() {
            return Shrinking.number(0, count).mapToObj(fewer -> new Rows(fewer, seed));
        }
    }

    @Test
    void theMostSimilarFittingRowBeforeEachIsFound() {
        Property.of(Instancio.of(Rows.class).supply(field(Rows::count), Numbers.between(0, 700))
                .supply(field(Rows::seed), Numbers.any()))
                .shrunkBy(Rows::fewer)
                .holds(30, 20261129, rows -> assertFound(rows.count(), rows.seed()));
    }

    private static void assertFound(int count, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][8];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                // Halves, so that sums are exact in any order.
                row[i] = random.nextInt(-2, 3) / 2f;
            }
        }
        SimilarRows.Pairing pairing = (row, earlier) -> (row + earlier) % 3 != 0;

        assertThat(SimilarRows.of(rows, 2.5f, pairing)).isEqualTo(plainly(rows, 2.5f, pairing));
    }

    private static List<SimilarRows.Pair> plainly(float[][] rows, float threshold, SimilarRows.Pairing pairing) {
        List<SimilarRows.Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            SimilarRows.Pair best = null;
            for (int earlier = 0; earlier < row; earlier++) {
                float product = 0;
                for (int i = 0; i < rows[row].length; i++) {
                    product += rows[row][i] * rows[earlier][i];
                }
                if (pairing.fits(row, earlier) && product >= threshold
                        && (best == null || product > best.similarity())) {
                    best = new SimilarRows.Pair(row, earlier, product);
                }
            }
            if (best != null) {
                pairs.add(best);
            }
        }
        return pairs;
    }
}
