package dev.qorpus.web.page;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.TopicsView;

/** The topics and the map as one file that needs nothing else. It is drawn by the scripts of the page itself. */
public final class TopicsPage {

    /** The page's modules that it needs, each behind those that it imports from. */
    private static final List<String> MODULES = List.of("dom.js", "palette.js", "map-points.js", "map-labels.js",
            "map-dots.js", "map.js", "atlas.js",
            "topics/export.js");

    private TopicsPage() {}

    /** Both parts of what the page shows. */
    private record Data(TopicsView topics, MapView map) {}

    /** Writes the page. */
    public static void write(TopicMap map, Path file) {
        String page = new SelfContained(SelfContained.resource("topics/export.html"))
                .style("style", SelfContained.resource("topics.css"))
                .style("page-style", SelfContained.resource("topics/export.css"))
                .script("library", Libraries.text("d3", "d3.min.js")).script("script", joined())
                .with(new Data(TopicsView.of(map), MapView.of(map)));
        SelfContained.write(page, file);
    }

    /** One module of several: in one file there is nothing to import from, and names are the same everywhere. */
    private static String joined() {
        return MODULES.stream().map(SelfContained::resource)
                .map(module -> module.replaceAll("(?m)^import .*;$", "").replaceAll("(?m)^export ", ""))
                .collect(Collectors.joining("\n"));
    }
}
