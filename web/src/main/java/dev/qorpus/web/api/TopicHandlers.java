package dev.qorpus.web.api;

import java.time.Duration;
import java.util.function.Function;

import io.javalin.http.Context;

import dev.qorpus.search.Search;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.TopicsView;

/** The endpoints that show the corpus as a whole. */
record TopicHandlers(KeptTopics kept) {

    /** Below the time after which a connection on which nothing happens is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    void topics(Search search, Context context) {
        answer(search, context, TopicsView::of);
    }

    void map(Search search, Context context) {
        answer(search, context, MapView::of);
    }

    private void answer(Search search, Context context, Function<TopicMap, Object> view) {
        Parameters.of(context);
        kept.of(search, PATIENCE).ifPresentOrElse(
                map -> context.contentType("application/json").result(Json.bytes(view.apply(map))), () -> {
                    context.header("Retry-After", "1");
                    Problem.of(503, "the topics are still being looked for; ask again in a second").write(context);
                });
    }
}
