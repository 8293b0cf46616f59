package dev.qorpus.search.topics;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.instancio.InstancioApi;
import org.junit.jupiter.api.Test;

import dev.qorpus.models.vectors.PrincipalComponents;
import dev.qorpus.models.vectors.UnitVectors;
import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.instancio.Select.field;

/** Grouping and layout of any rows. */
class PlacedRowsTest {

    private static final int DIMENSIONS = 24;

    /** Rows around as many centres as wanted, on the sphere. */
    private static float[][] rows(int count, int centres, double spread, long seed) {
        Random random = new Random(seed);
        float[][] middle = new float[centres][DIMENSIONS];
        for (float[] row : middle) {
            for (int d = 0; d < DIMENSIONS; d++) {
                row[d] = (float) random.nextGaussian();
            }
        }
        float[][] rows = new float[count][DIMENSIONS];
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                rows[i][d] = middle[i % centres][d] + (float) (spread * random.nextGaussian());
            }
        }
        return UnitVectors.normalised(rows);
    }

    /** Rows to be made: see {@link #rows}. */
    record Rows(int count, int centres, int spread, long seed) {

        Stream<Rows> fewer(int least) {
            return Shrinking.number(least, count).mapToObj(fewer -> new Rows(fewer, centres, spread, seed));
        }
    }

    private static InstancioApi<Rows> rows(int least, int most) {
        return Instancio.of(Rows.class).supply(field(Rows::count), Numbers.between(least, most))
                .supply(field(Rows::centres), Numbers.between(1, 9))
                .supply(field(Rows::spread), Numbers.between(0, 2))
                .supply(field(Rows::seed), Numbers.any());
    }

    @Test
    void everyRowHasAGroupOrNoneAndAPlaceInTheSquare() {
        Property.of(rows(1, 90)).shrunkBy(rows -> rows.fewer(1)).holds(40, 20261129,
                rows -> assertGrouped(rows.count(), rows(rows.count(), rows.centres(), rows.spread(), rows.seed())));
    }

    private static void assertGrouped(int count, float[][] all) {
        float[][] rows = UnitVectors.normalised(PrincipalComponents.of(all, 16).project(all));
        Clustering grouping = Clusterer.of(rows);
        assertThat(grouping.groups()).hasSize(count);
        assertThat(grouping.count()).isBetween(1, Math.max(1, count / 2));
        for (int group = 0; group < grouping.count(); group++) {
            assertThat(grouping.nearestFirst(rows, group)).isNotEmpty();
        }
        assertThat(Arrays.stream(grouping.groups())).allMatch(group -> group >= -1 && group < grouping.count());
        assertThat(grouping.silhouette(rows)).isBetween(-1.0, 1.0);
        for (float[] place : UmapProjection.of(rows)) {
            assertThat(place[0]).isBetween(-1e-5f, 1 + 1e-5f);
            assertThat(place[1]).isBetween(-1e-5f, 1 + 1e-5f);
        }
    }

    @Test
    void clearGroupsAreFoundAsTheyAre() {
        float[][] rows = rows(200, 7, 0.15, 5);
        Clustering grouping = Clusterer.of(rows);
        assertThat(grouping.count()).isEqualTo(7);
        for (int i = 7; i < rows.length; i++) {
            assertThat(grouping.groups()[i]).isEqualTo(grouping.groups()[i % 7]);
        }
    }

    @Test
    void neighboursAreTheNearest() {
        Property.of(rows(2, 60)).shrunkBy(rows -> rows.fewer(2)).holds(20, 20261129,
                rows -> assertNearest(rows.count(), rows(rows.count(), 3, 1, rows.seed())));
    }

    private static void assertNearest(int count, float[][] rows) {
        NearestRows near = NearestRows.among(rows, 4);
        for (int i = 0; i < count; i++) {
            int row = i;
            double[] expected = IntStream.range(0, count).filter(j -> j != row)
                    .mapToDouble(j -> -UnitVectors.dot(rows[row], rows[j])).sorted().toArray();
            for (int n = 0; n < near.cosines()[i].length; n++) {
                assertThat((double) near.cosines()[i][n]).isCloseTo(-expected[n], within(1e-4));
                assertThat(near.indexes()[i][n]).isNotEqualTo(i);
            }
        }
    }

    @Test
    void axesKeepTheDistancesThatTheyCan() {
        float[][] rows = rows(50, 5, 0.5, 9);
        float[][] projected = PrincipalComponents.of(rows, DIMENSIONS).project(rows);
        for (int i = 1; i < rows.length; i++) {
            assertThat(distance(projected[0], projected[i])).isCloseTo(distance(rows[0], rows[i]), within(1e-4));
        }
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int d = 0; d < a.length; d++) {
            squares += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return Math.sqrt(squares);
    }
}
