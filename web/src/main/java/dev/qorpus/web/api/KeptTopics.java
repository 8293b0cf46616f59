package dev.qorpus.web.api;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.search.topics.Topics;

/**
 * The topics of each published state: found when they are first asked for, once, on a thread of their own, and kept
 * as long as the state is.
 */
final class KeptTopics {

    private final LiveSearch live;
    private final Map<Search, CompletableFuture<TopicMap>> kept = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param live keeps a state open for as long as its topics are looked for */
    KeptTopics(LiveSearch live) {
        this.live = live;
    }

    /** The topics; nothing if they are not found within that time. They are still being looked for then. */
    Optional<TopicMap> of(Search search, Duration patience) {
        CompletableFuture<TopicMap> found = kept.computeIfAbsent(search, state -> start());
        try {
            return Optional.of(found.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            // The next request tries again.
            kept.remove(search, found);
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Looks for them in the current state: the one asked for, unless it was replaced a moment ago. The request may end
     * long before.
     */
    private CompletableFuture<TopicMap> start() {
        CompletableFuture<TopicMap> future = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("topics").start(() -> {
            try {
                live.use(current -> future.complete(new Topics(current).find()));
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }
}
