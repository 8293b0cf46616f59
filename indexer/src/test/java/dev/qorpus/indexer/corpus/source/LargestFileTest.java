package dev.qorpus.indexer.corpus.source;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargestFileTest {

    @Test
    void aSmallHeapLowersTheLimit() {
        assertThat(LargestFile.bytes(64 << 20, 512L << 20)).isEqualTo(4 << 20);
    }

    @Test
    void aLargeHeapDoesNotRaiseIt() {
        assertThat(LargestFile.bytes(64 << 20, 64L << 30)).isEqualTo(64 << 20);
    }
}
