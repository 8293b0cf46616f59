package dev.qorpus.web.page;

import java.nio.file.Path;
import java.util.List;

import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.TopicsView;

/** The topics and the map as one file that needs nothing else. It is drawn by the scripts of the page itself. */
public final class TopicsPage {

    /** The page's modules that it needs, each behind those that it imports from. */
    private static final List<String> MODULES = List.of("shared/dom/elements.js", "shared/text/format.js",
            "topics/palette.js", "topics/map-points.js", "topics/map-labels.js", "topics/map-dots.js", "topics/map.js",
            "topics/topics-view.js", "topics/export.js");

    private TopicsPage() {}

    /** Both parts of what the page shows. */
    private record Data(TopicsView topics, MapView map) {}

    /** Writes the page. */
    public static void write(TopicMap map, Path file) {
        SelfContained.write(html(map), file);
    }

    /** The page. */
    public static String html(TopicMap map) {
        return new SelfContained(Page.text("topics/export.template.html"))
                .style("style", Page.text("topics/topics.css"))
                .style("page-style", Page.text("shared/export.css"))
                .script("library", Libraries.text("d3", "d3.min.js")).script("script", SelfContained.joined(MODULES))
                .with(new Data(TopicsView.of(map), MapView.of(map)));
    }
}
