package dev.qorpus.web.serve;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.search.topics.Topics;

/** Caches the topics of the served corpus. They are found once for each published state, on first use. */
public final class TopicsCache implements AutoCloseable {

    /** By vector space. */
    private final PerStateCache<String, TopicMap> topics;

    public TopicsCache(LiveSearch live) {
        this.topics = new PerStateCache<>(live, "topics", (state, space) -> new Topics(state).find());
    }

    /** The topics; empty if they are not ready in time. The work then continues. They need vectors. */
    public Optional<TopicMap> find(Search search, Duration patience) {
        if (search.isWordsOnly()) {
            return Optional.empty();
        }
        try {
            return Optional.of(topics.of(search, search.manifest().spaces().getFirst()).get(patience.toMillis(),
                    TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
