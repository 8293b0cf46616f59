package dev.qorpus.web.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.web.api.load.ActiveRequests;
import dev.qorpus.web.api.load.Admission;

/** Gauges of the index, the queue and the caches. */
public final class ServerGauges {

    private ServerGauges() {}

    public static void by(Measurements measurements, LiveSearch live, Admission admission, ActiveRequests active) {
        measurements.gauge("qorpus.queue.working", "Requests being worked on", admission::working);
        measurements.gauge("qorpus.queue.waiting", "Requests that wait for their turn", admission::waiting);
        String stopped = "Requests that were not worked on to their end";
        measurements.counter("qorpus.requests.stopped", "refused", stopped, admission::refused);
        measurements.counter("qorpus.requests.stopped", "overdue", stopped, active::overdue);
        measurements.counter("qorpus.requests.stopped", "disconnected", stopped, active::disconnected);
        measurements.gauge("qorpus.index.entries", "Entries in the index",
                () -> of(live, search -> search.manifest().counts().entries()));
        measurements.gauge("qorpus.index.unanswered", "Entries without an answer",
                () -> of(live, search -> search.manifest().counts().unanswered()));
        measurements.gauge("qorpus.index.age.seconds", "Time since the index was published",
                () -> of(live, ServerGauges::ageSeconds));
        measurements.gauge("qorpus.search.by.words.alone", "1 while the model cannot be loaded, or else 0",
                () -> of(live, search -> search.isLexicalOnly() ? 1 : 0));
        for (String cache : List.of("questions", "entries", "outlines")) {
            String description = "Times that what is kept was there, or had to be made";
            measurements.counter("qorpus.cache." + cache, "hit", description,
                    () -> of(live, search -> use(search, cache).hits()).doubleValue());
            measurements.counter("qorpus.cache." + cache, "miss", description,
                    () -> of(live, search -> use(search, cache).misses()).doubleValue());
        }
    }

    private static CacheStatistics use(Search search, String cache) {
        return search.caches().getOrDefault(cache, CacheStatistics.NONE);
    }

    /** Never negative, even if the clock was set back. */
    private static long ageSeconds(Search search) {
        return Math.max(0, Duration.between(Instant.parse(search.manifest().indexedAt()), Instant.now()).toSeconds());
    }

    private static Number of(LiveSearch live, Function<Search, Number> value) {
        AtomicReference<Number> found = new AtomicReference<>(Double.NaN);
        live.use(search -> found.set(value.apply(search)));
        return found.get();
    }
}
