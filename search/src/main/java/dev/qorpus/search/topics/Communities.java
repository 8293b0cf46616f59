package dev.qorpus.search.topics;

import java.util.Arrays;
import java.util.Random;

import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Groups of rows that are each other's neighbours: communities of the graph of nearest neighbours, by the Leiden
 * algorithm (Traag, Waltman and van Eck 2019) with modularity.
 */
final class Communities {

    private static final int SEED = 1;
    private static final int ITERATIONS = 3;

    private final Network network;

    Communities(NearestRows neighbours) {
        LargeIntArray from = new LargeIntArray(0);
        LargeIntArray to = new LargeIntArray(0);
        LargeDoubleArray weights = new LargeDoubleArray(0);
        int[][] index = neighbours.indexes();
        for (int i = 0; i < index.length; i++) {
            for (int n = 0; n < index[i].length; n++) {
                int j = index[i][n];
                int row = i;
                boolean both = Arrays.stream(index[j]).anyMatch(other -> other == row);
                // A cosine below 0 is no similarity. Mutual neighbours share one edge with the sum of both weights.
                double weight = Math.max(0, neighbours.cosines()[i][n]) * (both ? 2 : 1);
                if (weight > 0 && (!both || i < j)) {
                    from.append(i);
                    to.append(j);
                    weights.append(weight);
                }
            }
        }
        this.network = new Network(index.length, true, new LargeIntArray[]{from, to}, weights, false, false);
    }

    /** The community of each row, from 0: the higher the resolution, the more of them. */
    int[] at(double resolution) {
        if (network.getNEdges() == 0) {
            return new int[network.getNNodes()];
        }
        Clustering clustering = new Clustering(network.getNNodes());
        new LeidenAlgorithm(resolution / (2 * network.getTotalEdgeWeight()), ITERATIONS,
                LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED)).improveClustering(network, clustering);
        return clustering.getClusters();
    }
}
