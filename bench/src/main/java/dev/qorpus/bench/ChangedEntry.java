package dev.qorpus.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.search.lucene.LuceneBackend;

/**
 * What a change of one entry takes.
 *
 * @param visible until a reader that was opened again finds it, in seconds
 * @param free until the writer has merged what it wants to and is closed, in seconds
 */
record ChangedEntry(double visible, double free) {

    private static final int CHANGES = 5;

    /** Changes one entry several times. The index is as before at the end. */
    static ChangedEntry median(SyntheticCorpus corpus, Path folder) {
        List<ChangedEntry> changes = IntStream.rangeClosed(1, CHANGES).mapToObj(version -> of(corpus, folder, version))
                .toList();
        of(corpus, folder, 0);
        return new ChangedEntry(median(changes, ChangedEntry::visible), median(changes, ChangedEntry::free));
    }

    private static double median(List<ChangedEntry> changes, ToDoubleFunction<ChangedEntry> figure) {
        return Rounds.percentile(changes.stream().mapToDouble(figure).toArray(), 50);
    }

    private static ChangedEntry of(SyntheticCorpus corpus, Path folder, int version) {
        try (LuceneBackend before = LuceneBackend.open(folder)) {
            long began = System.nanoTime();
            CompletableFuture<Double> writer = CompletableFuture.supplyAsync(() -> {
                try (EntrySink sink = LuceneSink.open(folder)) {
                    corpus.change(sink, corpus.entries() / 2, version);
                }
                return Rounds.millisSince(began) / 1e3;
            });
            while (before.isCurrent() && !writer.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            try (LuceneBackend after = before.latest()) {
                if (after.entry(SyntheticCorpus.id(corpus.entries() / 2)).isEmpty()) {
                    throw new IllegalStateException("The index lacks the entry that was changed.");
                }
                double visible = Rounds.millisSince(began) / 1e3;
                return new ChangedEntry(visible, writer.join());
            }
        }
    }
}
