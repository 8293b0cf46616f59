package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** The blocks and stripes find what two plain loops find. */
class SimilarRowsTest {

    @Property(tries = 30)
    void theMostSimilarFittingRowBeforeEachIsFound(@ForAll @IntRange(max = 700) int count, @ForAll long seed) {
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
