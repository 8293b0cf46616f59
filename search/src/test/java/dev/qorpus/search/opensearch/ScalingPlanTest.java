package dev.qorpus.search.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import dev.qorpus.search.opensearch.ScalingPlan.Form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScalingPlanTest {

    @Test
    void formulasAreThoseOfOpenSearch() {
        // "For 100 M vectors of 384 dimensions": 183, 56 and 19 GB.
        double vectors = 100e6 / ScalingPlan.VECTORS_PER_ENTRY;
        assertThat(new ScalingPlan((long) vectors, Form.FLOAT).memory() / 1e9).isCloseTo(183, within(0.5));
        assertThat(new ScalingPlan((long) vectors, Form.SEVEN_BITS).memory() / 1e9).isCloseTo(56, within(0.5));
        assertThat(new ScalingPlan((long) vectors, Form.ONE_BIT).memory() / 1e9).isCloseTo(19, within(0.5));
    }

    @Test
    void theDocumentHasWhatIsComputed() throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/scaling.md"))).containsAll(ScalingPlan.rows());
    }
}
