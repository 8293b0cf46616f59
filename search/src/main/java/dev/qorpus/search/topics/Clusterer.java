package dev.qorpus.search.topics;

import java.util.Arrays;
import java.util.List;

import dev.qorpus.models.vectors.UnitVectors;

/** Clusters rows. The number of clusters follows from the data. */
final class Clusterer {

    /** Rows that groups are found in; more of them join the group of their neighbours among these. */
    private static final int SAMPLE = 10_000;
    private static final int MOST_NEIGHBOURS = 10;
    private static final int VOTERS = 5;
    /** So few rows have no groups. */
    private static final int FEWEST_ROWS = 6;
    private static final int MOST_GROUPS = 60;
    private static final double[] RESOLUTIONS = {0.5, 0.7, 1, 1.4, 2, 2.8};
    /** A silhouette that is this little better is not worth more groups. */
    private static final double WORTH = 0.01;

    private Clusterer() {}

    /**
     * Groups rows.
     *
     * @param rows of length 1, or 0 where a row is like the mean of all
     */
    static Clustering of(float[][] rows) {
        int[] one = new int[rows.length];
        if (rows.length < FEWEST_ROWS || Arrays.stream(rows).allMatch(Clusterer::isZero)) {
            return Clustering.of(rows, one, 1);
        }
        int step = Math.ceilDiv(rows.length, SAMPLE);
        float[][] sample = RowSampler.every(step, rows);
        Clustering best = best(sample);
        if (best.count() == 0) {
            return Clustering.of(rows, one, 1);
        }
        return step == 1 ? best : Clustering.of(rows, joined(best, sample, rows), 1);
    }

    private static boolean isZero(float[] row) {
        return UnitVectors.dot(row, row) == 0;
    }

    /** The grouping with the best silhouette, or one that is nearly as good with fewer groups. */
    private static Clustering best(float[][] rows) {
        int neighbours = Math.clamp(Math.round(Math.sqrt(rows.length)), 3, MOST_NEIGHBOURS);
        Communities communities = new Communities(NearestRows.among(rows, neighbours));
        int fewest = Math.clamp(rows.length / 100, 2, 5);
        int most = Math.min(MOST_GROUPS, (int) Math.round(2 * Math.sqrt(rows.length)));
        record Tried(Clustering grouping, double silhouette) {}
        List<Tried> tried = Arrays.stream(RESOLUTIONS).parallel()
                .mapToObj(resolution -> Clustering.of(rows, communities.at(resolution), fewest))
                .map(grouping -> new Tried(grouping, grouping.silhouette(rows))).toList();
        double best = tried.stream().filter(one -> one.grouping().count() <= most).mapToDouble(Tried::silhouette)
                .max().orElse(0);
        return tried.stream().filter(one -> one.silhouette() >= best - WORTH).map(Tried::grouping)
                .min((a, b) -> Integer.compare(a.count(), b.count())).orElse(tried.getFirst().grouping());
    }

    /** Each row's group is the one of most weight among its neighbours in the sample. */
    private static int[] joined(Clustering grouping, float[][] sample, float[][] rows) {
        NearestRows near = NearestRows.in(sample, rows, VOTERS);
        int[] groups = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            // One place more, for none.
            double[] votes = new double[grouping.count() + 1];
            for (int n = 0; n < near.indexes()[i].length; n++) {
                int group = grouping.groups()[near.indexes()[i][n]];
                votes[group == TopicMap.NO_TOPIC ? grouping.count() : group] += Math.max(0, near.cosines()[i][n]);
            }
            int won = grouping.count();
            for (int group = grouping.count(); group >= 0; group--) {
                won = votes[group] >= votes[won] && votes[group] > 0 ? group : won;
            }
            groups[i] = won == grouping.count() ? TopicMap.NO_TOPIC : won;
        }
        return groups;
    }
}
