package dev.qorpus.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.page.Markup;

/**
 * The pages that lead to entries: the one that searches, the topics, and the list of all entries.
 *
 * @param entries all of the site, by id, in the order of their files and lines
 * @param topics of the same entries
 */
record ListPages(Map<EntryId, SiteEntry> entries, TopicMap topics) {

    private static final int EXAMPLES = 3;

    /**
     * The page that searches.
     *
     * @param pieces how many scripts hold the word vectors; 0 if there are none
     */
    Markup start(IndexManifest manifest, int pieces) {
        Markup html = new Markup().html("<noscript><p class=\"note\">Search needs JavaScript. "
                + "<a href=\"entries.html\">All entries</a> can be read without.</p></noscript>");
        html.html("<p id=\"summary\"><span id=\"count\" role=\"status\"></span><span id=\"aside\"></span></p>");
        html.html("<div id=\"notice\" role=\"status\"></div>");
        html.open("section", "id", "start", "aria-label", "Start", "data-pieces", Integer.toString(pieces));
        html.element("p", "Searches " + counted(manifest.counts().entries(), "entry", "entries") + " in "
                + counted(manifest.counts().files(), "file", "files") + ", by words"
                + (pieces > 0 ? " and by meaning" : "")
                + ", in this browser. Nothing is sent anywhere.", "class", "intro");
        List<String> examples = manifest.examples();
        if (!examples.isEmpty()) {
            html.open("ul", "class", "examples", "aria-label", "Examples");
            examples.stream().limit(EXAMPLES).forEach(question -> html.open("li")
                    .element("button", question, "type", "button", "class", "example").close("li"));
            html.close("ul");
        }
        topicLinks(html);
        return html.close("section").html("<section id=\"results\" aria-labelledby=\"results-title\" hidden>"
                + "<h2 id=\"results-title\" class=\"unseen\">Entries found</h2><ol id=\"hits\"></ol>"
                + "<button id=\"more\" type=\"button\" hidden>Show more</button></section>");
    }

    private void topicLinks(Markup html) {
        if (topics.topics().isEmpty()) {
            return;
        }
        html.open("nav", "class", "topic-links", "aria-labelledby", "topics-title").element("h2", "Topics", "id",
                "topics-title").open("ul");
        for (int i = 0; i < topics.topics().size(); i++) {
            TopicMap.Topic topic = topics.topics().get(i);
            html.open("li").element("a", topic.label(), "href", SiteFiles.TOPICS + "#topic-" + (i + 1)).text(" ")
                    .element("span", Integer.toString(topic.size()), "class", "muted").close("li");
        }
        html.close("ul").close("nav");
    }

    /** All topics with their entries. */
    Markup topicList() {
        Map<EntryId, Integer> topicOf = topics.entries().stream()
                .collect(Collectors.toMap(TopicMap.Place::id, TopicMap.Place::topic));
        Map<Integer, List<SiteEntry>> members = new TreeMap<>(entries.values().stream().collect(Collectors
                .groupingBy(each -> topicOf.getOrDefault(each.entry().id(), TopicMap.NO_TOPIC))));
        Markup html = new Markup().open("section", "class", "listing").element("h2", "Topics");
        for (int i = 0; i < topics.topics().size(); i++) {
            group(html, "topic-" + (i + 1), topics.topics().get(i).label(), members.getOrDefault(i, List.of()));
        }
        if (members.containsKey(TopicMap.NO_TOPIC)) {
            group(html, "topic-none", "In no topic", members.get(TopicMap.NO_TOPIC));
        }
        return html.close("section");
    }

    /** All entries by their files. */
    Markup entryList() {
        Map<String, List<SiteEntry>> files = new TreeMap<>();
        entries.values().forEach(entry -> files.computeIfAbsent(entry.entry().file(), file -> new ArrayList<>())
                .add(entry));
        Markup html = new Markup().open("section", "class", "listing").element("h2", "Entries");
        int number = 0;
        for (Map.Entry<String, List<SiteEntry>> file : files.entrySet()) {
            number++;
            group(html, "file-" + number, file.getKey(), file.getValue());
        }
        return html.close("section");
    }

    private static void group(Markup html, String id, String title, List<SiteEntry> members) {
        html.open("details", "id", id, "open", "").open("summary").element("h3", title).text(" ")
                .element("span", Integer.toString(members.size()), "class", "muted").close("summary").open("ul");
        members.forEach(member -> html.open("li").open("a", "href", SiteFiles.PAGES + member.page(), "dir", "auto")
                .question(member.entry().number(), member.entry().question()).close("a").close("li"));
        html.close("ul").close("details");
    }

    private static String counted(int count, String one, String many) {
        return count + "\u00a0" + (count == 1 ? one : many);
    }
}
