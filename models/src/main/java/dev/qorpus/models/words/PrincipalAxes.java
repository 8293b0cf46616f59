package dev.qorpus.models.words;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal component analysis: what all vectors have in common is taken away, and the directions in which they
 * differ most are kept.
 */
public final class PrincipalAxes {

    private final double[] mean;
    private final double[][] axes;

    private PrincipalAxes(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /**
     * The axes of most variance.
     *
     * @param rows vectors of one length, at least one
     * @param most how many axes at most
     */
    public static PrincipalAxes of(float[][] rows, int most) {
        int dimension = rows[0].length;
        double[] mean = WordTable.mean(rows);
        DMatrixRMaj centred = new DMatrixRMaj(rows.length, dimension);
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < dimension; d++) {
                centred.set(i, d, rows[i][d] - mean[d]);
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(dimension, dimension);
        CommonOps_DDRM.multInner(centred, covariance);
        return new PrincipalAxes(mean, eigenvectors(covariance, Math.min(most, dimension)));
    }

    private static double[][] eigenvectors(DMatrixRMaj symmetric, int most) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException("the covariance of the vectors has no eigenvalues; are they finite?");
        }
        int[] order = IntStream.range(0, eigen.getNumberOfEigenvalues()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue).limit(most).toArray();
        double[][] axes = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            axes[i] = pointed(eigen.getEigenVector(order[i]).getData());
        }
        return axes;
    }

    /** An axis has no direction of its own: its largest part is made positive, for the same map every time. */
    private static double[] pointed(double[] axis) {
        double largest = 0;
        for (double part : axis) {
            largest = Math.abs(part) > Math.abs(largest) ? part : largest;
        }
        double[] pointed = axis.clone();
        for (int d = 0; largest < 0 && d < pointed.length; d++) {
            pointed[d] = -pointed[d];
        }
        return pointed;
    }

    /** The rows along the axes, one column for each. */
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
