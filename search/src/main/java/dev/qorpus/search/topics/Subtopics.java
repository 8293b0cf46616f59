package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.qorpus.models.vectors.UnitVectors;

/**
 * The groups within each topic.
 *
 * @param ofRow the group of each row within its topic; {@link TopicMap#NO_TOPIC} for none
 * @param members by topic, then by group: its rows, those nearest to the centre first
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers, never compared.
record Subtopics(int[] ofRow, List<List<List<Integer>>> members) {

    /** Smaller topics are seen at a glance. */
    private static final int FEWEST_ROWS = 16;
    /** Smaller groups are single questions, written twice. */
    private static final int FEWEST = 3;

    /**
     * Finds them.
     *
     * @param rows of length 1 or 0
     * @param topics the rows of each topic
     */
    static Subtopics of(float[][] rows, List<List<Integer>> topics) {
        int[] ofRow = new int[rows.length];
        Arrays.fill(ofRow, TopicMap.NO_TOPIC);
        List<List<List<Integer>>> members = new ArrayList<>();
        for (List<Integer> topic : topics) {
            List<List<Integer>> found = topic.size() < FEWEST_ROWS ? List.of() : groups(rows, topic);
            for (int group = 0; group < found.size(); group++) {
                for (int row : found.get(group)) {
                    ofRow[row] = group;
                }
            }
            members.add(found);
        }
        return new Subtopics(ofRow, members);
    }

    /** The groups of some rows, by how they differ from their mean; none if they are all one. */
    private static List<List<Integer>> groups(float[][] rows, List<Integer> topic) {
        float[] centre = new float[rows[0].length];
        topic.forEach(row -> UnitVectors.add(centre, rows[row]));
        float[][] apart = new float[topic.size()][];
        for (int i = 0; i < apart.length; i++) {
            float[] difference = rows[topic.get(i)].clone();
            for (int d = 0; d < difference.length; d++) {
                difference[d] -= centre[d] / topic.size();
            }
            apart[i] = UnitVectors.normalised(difference);
        }
        Clustering clustering = Clusterer.of(apart);
        List<List<Integer>> groups = new ArrayList<>();
        for (int group = 0; group < clustering.count(); group++) {
            List<Integer> found = clustering.nearestFirst(apart, group).stream().map(topic::get).toList();
            if (found.size() >= FEWEST) {
                groups.add(found);
            }
        }
        if (groups.size() < 2) {
            groups.clear();
        }
        return groups;
    }
}
