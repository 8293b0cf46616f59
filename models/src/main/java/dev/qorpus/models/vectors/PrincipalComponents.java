package dev.qorpus.models.vectors;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal component analysis: the mean of the vectors is subtracted, unless they are to stay where they are, and the
 * directions in which they vary most are kept.
 */
public final class PrincipalComponents {

    private final double[] mean;
    private final double[][] axes;

    private PrincipalComponents(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /**
     * Computes the axes with the highest variance.
     *
     * @param rows at least one vector; all have the same length
     * @param most the highest number of axes
     */
    public static PrincipalComponents of(float[][] rows, int most) {
        return of(rows, mean(rows), most);
    }

    /**
     * Computes the axes with the highest variance around zero: inner products of projected rows are nearly those of the
     * rows.
     *
     * @param rows at least one vector; all have the same length
     * @param most the highest number of axes
     */
    public static PrincipalComponents uncentred(float[][] rows, int most) {
        return of(rows, new double[rows[0].length], most);
    }

    private static PrincipalComponents of(float[][] rows, double[] mean, int most) {
        int dimension = mean.length;
        DMatrixRMaj centred = new DMatrixRMaj(rows.length, dimension);
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < dimension; d++) {
                centred.set(i, d, rows[i][d] - mean[d]);
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(dimension, dimension);
        CommonOps_DDRM.multInner(centred, covariance);
        return new PrincipalComponents(mean, eigenvectors(covariance, Math.min(most, dimension)));
    }

    /** The mean of rows with the same length. */
    public static double[] mean(float[][] rows) {
        double[] mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (double) rows.length;
            }
        }
        return mean;
    }

    private static double[][] eigenvectors(DMatrixRMaj symmetric, int most) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException(
                    "the covariance of the vectors has no eigenvalues; check that all vectors are finite");
        }
        int[] order = IntStream.range(0, eigen.getNumberOfEigenvalues()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue).limit(most).toArray();
        double[][] axes = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            axes[i] = oriented(eigen.getEigenVector(order[i]).getData());
        }
        return axes;
    }

    /** Makes the largest part of an axis positive. The sign is arbitrary, so this makes results reproducible. */
    private static double[] oriented(double[] axis) {
        double largest = 0;
        for (double part : axis) {
            largest = Math.abs(part) > Math.abs(largest) ? part : largest;
        }
        double[] oriented = axis.clone();
        for (int d = 0; largest < 0 && d < oriented.length; d++) {
            oriented[d] = -oriented[d];
        }
        return oriented;
    }

    /** The axes, the one with the highest variance first; each has length 1. */
    public float[][] axes() {
        float[][] narrow = new float[axes.length][mean.length];
        for (int a = 0; a < axes.length; a++) {
            for (int d = 0; d < mean.length; d++) {
                narrow[a][d] = (float) axes[a][d];
            }
        }
        return narrow;
    }

    /** Projects rows onto the axes: one column for each axis. */
    public float[][] project(float[][] rows) {
        float[][] projected = new float[rows.length][axes.length];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < axes.length; a++) {
                double sum = 0;
                for (int d = 0; d < mean.length; d++) {
                    sum += (rows[i][d] - mean[d]) * axes[a][d];
                }
                projected[i][a] = (float) sum;
            }
        }
        return projected;
    }
}
