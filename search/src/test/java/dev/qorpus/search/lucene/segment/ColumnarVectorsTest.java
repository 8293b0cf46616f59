package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.instancio.Select.field;

class ColumnarVectorsTest {

    /** How many vectors of how many numbers, and the seed of these. */
    record Vectors(int count, int dimensions, long seed) {

        Stream<Vectors> fewer() {
            return Stream.concat(Shrinking.number(1, count).mapToObj(fewer -> new Vectors(fewer, dimensions, seed)),
                    Shrinking.number(1, dimensions).mapToObj(fewer -> new Vectors(count, fewer, seed)));
        }
    }

    private static float[] unit(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return VectorUtil.l2normalize(vector);
    }

    /** The most that rounding each component to a 127th part of the largest can add up to. */
    private static float most(float[] vector, float[] other) {
        float largest = 0;
        float sum = 0;
        for (int d = 0; d < vector.length; d++) {
            largest = Math.max(largest, Math.abs(vector[d]));
            sum += Math.abs(other[d]);
        }
        return largest * sum / (2 * Byte.MAX_VALUE) + 1e-6f;
    }

    /** Any number of vectors and dimensions, on and beside the sizes of blocks; some documents have none. */
    @Test
    void dotProductsAreAsNearAsRoundingAllows() {
        Property.of(Instancio.of(Vectors.class).supply(field(Vectors::count), Numbers.between(1, 1_100))
                .supply(field(Vectors::dimensions), Numbers.between(1, 70))
                .supply(field(Vectors::seed), Numbers.any()))
                .shrunkBy(Vectors::fewer)
                .holds(60, 20261129, ColumnarVectorsTest::assertNear);
    }

    private static void assertNear(Vectors vectors) throws IOException {
        int count = vectors.count();
        int dimensions = vectors.dimensions();
        Random random = new Random(vectors.seed());
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (int i = 0; i < count; i++) {
                    Document document = new Document();
                    if (i == 0 || random.nextInt(4) > 0) {
                        document.add(new KnnFloatVectorField("v", unit(random, dimensions),
                                VectorSimilarityFunction.DOT_PRODUCT));
                    }
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                FloatVectorValues values = reader.leaves().get(0).reader().getFloatVectorValues("v");
                ColumnarVectors columns = ColumnarVectors.of(values);
                float[] other = unit(random, dimensions);
                float[] dots = columns.dots(List.of(other)).getFirst();
                assertThat(columns.dots(List.of(unit(random, dimensions), other, other)).get(1)).containsExactly(dots);
                assertThat(dots).hasSize(values.size());
                for (int i = 0; i < dots.length; i++) {
                    assertThat(columns.docs()[i]).isEqualTo(values.ordToDoc(i));
                    float[] vector = values.vectorValue(i);
                    float exact = VectorUtil.dotProduct(vector, other);
                    assertThat(dots[i]).isCloseTo(exact, within(most(vector, other)))
                            .isCloseTo(exact, within(columns.error(i)));
                }
            }
        }
    }

    @Test
    void aSegmentWithoutTheFieldHasNone() throws IOException {
        ColumnarVectors none = ColumnarVectors.of(null);
        assertThat(none.docs()).isEmpty();
        assertThat(none.dots(List.of(new float[]{1, 0, 0})).getFirst()).isEmpty();
    }
}
