package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.qorpus.models.vectors.UnitVectors;

/**
 * Rows in groups, the largest first.
 *
 * @param groups the number of each row's group, from 0; {@link TopicMap#NO_TOPIC} for rows in none
 * @param centres the mean of each group's rows, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // Tables of numbers, never compared.
record Clustering(int[] groups, float[][] centres) {

    /** Of any numbering; groups with fewer members than {@code fewest} are dissolved. */
    static Clustering of(float[][] rows, int[] raw, int fewest) {
        int[] sizes = new int[Arrays.stream(raw).max().orElse(-1) + 1];
        for (int group : raw) {
            if (group != TopicMap.NO_TOPIC) {
                sizes[group]++;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < sizes.length; group++) {
            if (sizes[group] >= fewest) {
                order.add(group);
            }
        }
        // Stable: groups of one size stay in the order of their numbers.
        order.sort((a, b) -> Integer.compare(sizes[b], sizes[a]));
        int[] groups = Arrays.stream(raw).map(order::indexOf).toArray();
        return new Clustering(groups, UnitVectors.normalised(sums(rows, groups, order.size())));
    }

    private static float[][] sums(float[][] rows, int[] groups, int count) {
        float[][] sums = new float[count][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            if (groups[i] != TopicMap.NO_TOPIC) {
                UnitVectors.add(sums[groups[i]], rows[i]);
            }
        }
        return sums;
    }

    int count() {
        return centres.length;
    }

    /** The rows of a group, those nearest to its centre first. */
    List<Integer> nearestFirst(float[][] rows, int group) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] == group) {
                members.add(i);
            }
        }
        members.sort((a, b) -> Double.compare(UnitVectors.dot(rows[b], centres[group]),
                UnitVectors.dot(rows[a], centres[group])));
        return members;
    }

    /**
     * How much nearer rows are to the other rows of their own group than to the next one's centre, from −1 to 1: the
     * simplified silhouette (Rousseeuw 1987; Hruschka, Campello and de Castro 2004). Rows in no group count as 0.
     */
    double silhouette(float[][] rows) {
        if (count() < 2) {
            return 0;
        }
        float[][] sums = sums(rows, groups, count());
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            if (groups[i] != TopicMap.NO_TOPIC) {
                double own = distance(rows[i], centreWithout(rows[i], sums[groups[i]]));
                double next = Double.POSITIVE_INFINITY;
                for (int group = 0; group < count(); group++) {
                    next = group == groups[i] ? next : Math.min(next, distance(rows[i], centres[group]));
                }
                sum += (next - own) / Math.max(Math.max(own, next), 1e-9);
            }
        }
        return sum / rows.length;
    }

    private static double distance(float[] a, float[] b) {
        return Math.max(0, 1 - UnitVectors.dot(a, b));
    }

    /** With the row itself in it, the centre of a small group would be near whatever it holds. */
    private static float[] centreWithout(float[] row, float[] sum) {
        float[] others = sum.clone();
        for (int d = 0; d < row.length; d++) {
            others[d] -= row[d];
        }
        return UnitVectors.normalised(others);
    }
}
