package dev.qorpus.indexer.corpus;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.EntryId;

import static org.assertj.core.api.Assertions.assertThat;

class IdSetTest {

    @Test
    void eachIdIsNewOnce() {
        IdSet ids = new IdSet();
        assertThat(IntStream.range(0, 20_000).filter(i -> ids.add(new EntryId("notes.md#" + i))).count())
                .isEqualTo(20_000);
        assertThat(IntStream.range(0, 20_000).filter(i -> ids.add(new EntryId("notes.md#" + i))).count()).isZero();
    }
}
