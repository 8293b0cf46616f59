package dev.qorpus.web.page;

import java.nio.file.Path;

import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.TopicsView;

/** The topics and the map as one self-contained HTML file. The scripts of the page draw it. */
public final class TopicsPage {

    private TopicsPage() {}

    /** The data of the page. */
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
                .script("library", Libraries.text("d3", "d3.min.js"))
                .script("script", Page.text("topics/export.bundle.js"))
                .with(new Data(TopicsView.of(map), MapView.of(map)));
    }
}
