package dev.qorpus.web.json;

import java.util.List;

import dev.qorpus.search.topics.TopicMap;

/**
 * The topics of an index, the largest first.
 *
 * @param entries how many entries there are
 * @param nowhere how many entries have no topic
 * @param seconds how long it took to find the topics
 */
public record TopicsView(int entries, int nowhere, double seconds, List<TopicView> topics) {

    /** One topic: its label, its distinguishing phrases, its size, its most central entries, and groups within it. */
    public record TopicView(String label, List<String> terms, int size, List<NamedEntry> representatives,
            List<SubtopicView> subtopics) {}

    /** A group of entries within a topic: its label and its size. */
    public record SubtopicView(String label, int size) {}

    /** An entry by its id and question. */
    public record NamedEntry(String id, String question) {}

    /** The view of topics. */
    public static TopicsView of(TopicMap map) {
        return new TopicsView(map.entries().size(), map.withoutTopic(), Rounded.to(map.seconds(), 2),
                map.topics().stream().map(TopicsView::of).toList());
    }

    private static TopicView of(TopicMap.Topic topic) {
        return new TopicView(topic.label(), topic.terms(), topic.size(), topic.representatives().stream()
                .map(place -> new NamedEntry(place.id().value(), place.question())).toList(),
                topic.subtopics().stream()
                        .map(sub -> new SubtopicView(sub.label(), sub.size())).toList());
    }
}
