package dev.qorpus.models.vectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TokenAxesTest {

    private static final int DIMENSION = 120;
    private static final float[][] ROWS = rows(new Random(7), 3_000);
    private static final TokenAxes AXES = TokenAxes.of(ROWS);

    /** Vectors whose later components vary less. */
    private static float[][] rows(Random random, int count) {
        float[][] rows = new float[count][DIMENSION];
        for (float[] row : rows) {
            for (int d = 0; d < DIMENSION; d++) {
                row[d] = (float) (random.nextGaussian() / (1 + d / 10.0));
            }
        }
        return UnitVectors.normalised(rows);
    }

    @Test
    void projectingKeepsCosines() {
        for (int i = 0; i < 100; i++) {
            assertThat(UnitVectors.dot(AXES.project(ROWS[i]), AXES.project(ROWS[i + 1])))
                    .isCloseTo(UnitVectors.dot(ROWS[i], ROWS[i + 1]), within(0.02));
        }
    }

    @Test
    void fourBitsKeepCosines() {
        float[][] projected = {AXES.project(ROWS[0]), AXES.project(ROWS[1]), AXES.project(ROWS[2])};
        byte[] packed = AXES.pack(projected);
        TokenColumns columns = AXES.unpack(packed);
        float[] cosines = new float[3];

        assertThat(packed).hasSize(3 * TokenAxes.AXES / 2);
        assertThat(AXES.count(packed)).isEqualTo(3);
        assertThat(columns.size()).isEqualTo(3);
        for (int token = 0; token < 3; token++) {
            columns.cosines(projected[token], cosines);
            assertThat(cosines[token]).isBetween(0.98f, 1.0001f);
            for (int other = 0; other < 3; other++) {
                assertThat((double) cosines[other]).isCloseTo(UnitVectors.dot(projected[token], projected[other]),
                        within(0.05));
            }
        }
    }

    @Test
    void coordinatesAreTheMiddlesOfTheirSteps() {
        float[][] projected = new float[21][];
        for (int i = 0; i < projected.length; i++) {
            projected[i] = AXES.project(ROWS[i]);
        }
        TokenColumns columns = AXES.unpack(AXES.pack(projected));

        for (int axis = 0; axis < AXES.size(); axis++) {
            float width = 2 * columns.widths()[axis];
            for (int token = 0; token < projected.length; token++) {
                float coordinate = columns.steps()[axis * projected.length + token] * columns.widths()[axis];
                float inside = Math.clamp(projected[token][axis], -7.5f * width, 7.5f * width);
                assertThat(coordinate).isCloseTo(inside, within(0.501f * width));
            }
        }
    }

    @Test
    void passagesAreComparedTogetherAsEachAlone() {
        List<byte[]> passages = new ArrayList<>();
        int next = 0;
        for (int tokens : new int[]{3, 0, 40, 1, 17, 8}) {
            float[][] projected = new float[tokens][];
            for (int i = 0; i < tokens; i++) {
                projected[i] = AXES.project(ROWS[next++]);
            }
            passages.add(AXES.pack(projected));
        }
        float[] token = AXES.project(ROWS[100]);
        TokenColumns all = AXES.unpack(passages);
        float[] together = new float[all.size()];
        all.cosines(token, together);

        int at = 0;
        for (byte[] packed : passages) {
            float[] alone = new float[AXES.count(packed)];
            AXES.unpack(packed).cosines(token, alone);
            assertThat(Arrays.copyOfRange(together, at, at + alone.length)).containsExactly(alone);
            at += alone.length;
        }
        assertThat(at).isEqualTo(69);
    }

    @Test
    void axesAreTheSameAfterReading() {
        TokenAxes read = TokenAxes.read(AXES.toBytes());

        assertThat(read.checksum()).isEqualTo(AXES.checksum());
        assertThat(read.project(ROWS[5])).isEqualTo(AXES.project(ROWS[5]));
        assertThat(TokenAxes.of(rows(new Random(8), 3_000)).checksum()).isNotEqualTo(AXES.checksum());
    }

    @Test
    void aZeroVectorHasNoCoordinates() {
        assertThat(AXES.project(new float[DIMENSION])).containsOnly(0);
        assertThat(AXES.unpack(new byte[0]).size()).isZero();
    }
}
