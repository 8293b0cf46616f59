package dev.qorpus.web.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.javalin.http.Context;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.search.topics.Topics;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.TopicsView;
import dev.qorpus.web.page.TopicsPage;
import dev.qorpus.web.serve.PerStateCache;

/** The endpoints that show the corpus as a whole. */
final class TopicHandlers implements AutoCloseable {

    /** Below the time after which a connection on which nothing happens is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** By vector space. */
    private final PerStateCache<String, TopicMap> topics;

    TopicHandlers(LiveSearch live) {
        this.topics = new PerStateCache<>(live, "topics", (state, space) -> new Topics(state).find());
    }

    void topics(Search search, Context context) {
        answer(search, context, map -> Reply.json(context, TopicsView.of(map)));
    }

    void map(Search search, Context context) {
        answer(search, context, map -> Reply.json(context, MapView.of(map)));
    }

    void page(Search search, Context context) {
        answer(search, context, map -> Reply.download(context, "topics.html", TopicsPage.html(map)));
    }

    private void answer(Search search, Context context, Consumer<TopicMap> reply) {
        Parameters.of(context);
        find(search).ifPresentOrElse(reply,
                () -> Reply.later(context, "the topics are still being looked for; ask again in a second"));
    }

    /** The topics; nothing if they are not found soon. They are still being looked for then. */
    private Optional<TopicMap> find(Search search) {
        try {
            return Optional.of(topics.of(search, search.manifest().spaces().getFirst()).get(PATIENCE.toMillis(),
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
