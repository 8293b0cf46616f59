package dev.qorpus.search.topics;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;

/**
 * The topics of a corpus, and where its entries lie on a map on which near ones are about the same.
 *
 * @param topics the largest first
 * @param entries all entries, by id
 * @param seconds how long it took to compute
 */
public record TopicMap(List<Topic> topics, List<Place> entries, double seconds) {

    /** The topic of entries that belong to none. */
    public static final int NO_TOPIC = -1;

    /**
     * A topic.
     *
     * @param label its name: a heading of the corpus, or its most distinctive phrases; unlike every other topic's
     * @param terms phrases that set it apart, the most distinctive first
     * @param size how many entries it has
     * @param representatives the entries in its midst, the nearest to its centre first
     * @param subtopics groups of its entries, the largest first; none if it is small, or all one
     */
    public record Topic(String label, List<String> terms, int size, List<Place> representatives,
            List<Subtopic> subtopics) {}

    /** A group within a topic: its name, and how many entries it has. */
    public record Subtopic(String label, int size) {}

    /**
     * An entry on the map.
     *
     * @param question plain text
     * @param type of the entry, if it has one
     * @param topic its place in {@link #topics}, {@link #NO_TOPIC} for none
     * @param subtopic its place in the topic's {@link Topic#subtopics}, {@link #NO_TOPIC} for none
     * @param x from 0 (left) to 1
     * @param y from 0 (top) to 1
     */
    public record Place(EntryId id, String question, @Nullable String type, int topic, int subtopic, float x,
            float y) {}

    /** How many entries belong to no topic. */
    public int withoutTopic() {
        return (int) entries.stream().filter(place -> place.topic() == NO_TOPIC).count();
    }
}
