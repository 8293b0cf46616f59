package dev.qorpus.search.topics;

import java.util.Random;

import tagbio.umap.Umap;

/** Places rows on a plane, near ones near each other: UMAP (McInnes, Healy and Melville 2018). */
final class UmapProjection {

    /** Rows that are laid out; more of them take places between their neighbours among these. */
    private static final int SAMPLE = 3_000;
    private static final int NEIGHBOURS = 15;
    private static final int BETWEEN = 4;
    private static final int EPOCHS = 300;
    private static final float APART = 0.3f;
    private static final long SEED = 1;
    /** UMAP needs some neighbours to speak of; fewer rows are placed by their first two axes. */
    private static final int FEWEST_ROWS = 8;

    private UmapProjection() {}

    /**
     * The places, two numbers from 0 to 1 for each row.
     *
     * @param rows along principal axes, of length 1 or 0
     */
    static float[][] of(float[][] rows) {
        int step = Math.ceilDiv(rows.length, SAMPLE);
        float[][] sample = RowSampler.every(step, rows);
        float[][] places = sample.length < FEWEST_ROWS ? firstAxes(sample) : umap(sample);
        float[][] all = step == 1 ? places : between(places, NearestRows.in(sample, rows, BETWEEN));
        return framed(all);
    }

    private static float[][] firstAxes(float[][] rows) {
        float[][] places = new float[rows.length][2];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, places[i], 0, Math.min(2, rows[i].length));
        }
        return places;
    }

    private static float[][] umap(float[][] rows) {
        Umap umap = new Umap();
        umap.setNumberComponents(2);
        umap.setNumberNearestNeighbours(Math.min(NEIGHBOURS, rows.length - 1));
        umap.setNumberEpochs(EPOCHS);
        umap.setMinDist(APART);
        umap.setSeed(SEED);
        // Several threads would give another map each time.
        umap.setThreads(1);
        return umap.fitTransform(rows);
    }

    /** Each row at the mean of its neighbours' places, a little to the side, so that not all of one place coincide. */
    private static float[][] between(float[][] sample, NearestRows near) {
        Random random = new Random(SEED);
        float[][] places = new float[near.indexes().length][2];
        for (int i = 0; i < places.length; i++) {
            double sum = 0;
            for (int n = 0; n < near.indexes()[i].length; n++) {
                // The nearest counts most, since the others may lie far away on the plane.
                double weight = Math.pow(Math.max(near.cosines()[i][n], 1e-3), 8);
                float[] place = sample[near.indexes()[i][n]];
                places[i][0] += (float) (weight * place[0]);
                places[i][1] += (float) (weight * place[1]);
                sum += weight;
            }
            places[i][0] = (float) (places[i][0] / sum + APART * random.nextGaussian());
            places[i][1] = (float) (places[i][1] / sum + APART * random.nextGaussian());
        }
        return places;
    }

    /** Moved and scaled into the square from 0 to 1, in its middle, without stretching. */
    private static float[][] framed(float[][] places) {
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE};
        for (float[] place : places) {
            for (int axis = 0; axis < 2; axis++) {
                place[axis] = Float.isFinite(place[axis]) ? place[axis] : 0;
                low[axis] = Math.min(low[axis], place[axis]);
                high[axis] = Math.max(high[axis], place[axis]);
            }
        }
        float extent = Math.max(Math.max(high[0] - low[0], high[1] - low[1]), 1e-6f);
        for (float[] place : places) {
            for (int axis = 0; axis < 2; axis++) {
                place[axis] = 0.5f + (place[axis] - (low[axis] + high[axis]) / 2) / extent;
            }
        }
        return places;
    }
}
