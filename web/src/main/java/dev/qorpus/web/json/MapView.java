package dev.qorpus.web.json;

import java.util.List;
import java.util.Objects;

import dev.qorpus.search.topics.TopicMap;

/**
 * The positions of all entries on the map, as columns: the n-th value of each belongs to the n-th entry. Columns and
 * whole numbers keep it small.
 *
 * @param scale the largest x and y: the right and lower edge
 * @param types the types of all entries
 * @param id the ids of the entries
 * @param question their questions, shortened if very long
 * @param topic the index of the entry's topic in {@code /api/topics}, −1 for none
 * @param subtopic the index of its group in the list of its topic, −1 for none
 * @param type the index of its type in {@code types}, −1 for none
 * @param x from 0, the left edge
 * @param y from 0, the upper edge
 */
public record MapView(int scale, List<String> types, List<String> id, List<String> question, List<Integer> topic,
        List<Integer> subtopic, List<Integer> type, List<Integer> x, List<Integer> y) {

    private static final int SCALE = 10_000;
    private static final int LONGEST = 200;

    /** The view of a map. */
    public static MapView of(TopicMap map) {
        List<TopicMap.Place> places = map.entries();
        List<String> types = places.stream().map(TopicMap.Place::type).filter(Objects::nonNull).distinct().sorted()
                .toList();
        return new MapView(SCALE, types, places.stream().map(place -> place.id().value()).toList(),
                places.stream().map(place -> cut(place.question())).toList(),
                places.stream().map(TopicMap.Place::topic).toList(),
                places.stream().map(TopicMap.Place::subtopic).toList(),
                places.stream().map(place -> types.indexOf(place.type())).toList(),
                places.stream().map(place -> Math.round(SCALE * place.x())).toList(),
                places.stream().map(place -> Math.round(SCALE * place.y())).toList());
    }

    private static String cut(String question) {
        return question.length() <= LONGEST ? question : question.substring(0, LONGEST) + "…";
    }
}
