package dev.qorpus.web.api.endpoint;

import java.time.Duration;
import java.util.List;

import dev.qorpus.search.Search;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.TopicsView;
import dev.qorpus.web.page.TopicsPage;
import dev.qorpus.web.serve.TopicsCache;

/** Routes of topics and the map. */
public record TopicRoutes(TopicsCache topics) {

    /** Less than the time after which an idle connection is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    public List<Route> routes() {
        return List.of(
                Route.get("topics", "/api/topics", "The topics of the corpus.")
                        .answers(Response.json(TopicsView.class))
                        .ofIndex((search, request) -> TopicsView.of(find(search))),
                Route.get("map", "/api/map", "The position of each entry on the map.")
                        .answers(Response.json(MapView.class))
                        .ofIndex((search, request) -> MapView.of(find(search))),
                Route.get("exportTopics", "/export/topics.html",
                        "The same as /api/topics and /api/map, as one HTML file. 503 until they are computed.")
                        .answers(Response.download("topics.html"))
                        .ofIndex((search, request) -> TopicsPage.html(find(search))));
    }

    /**
     * The topics.
     *
     * @throws ProblemException if they are not ready in time; the work continues
     */
    private TopicMap find(Search search) {
        return topics.find(search, PATIENCE).orElseThrow(
                () -> ProblemException.pending("the topics are still being looked for; ask again in a second"));
    }
}
