package dev.qorpus.models.words;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Makes a table of word vectors from those that a sentence-transformer gives to each word piece alone: centred,
 * turned to their principal components, of which the first are kept.
 */
public final class Distillation {

    private Distillation() {}

    /**
     * The table.
     *
     * @param vectors one row for each piece, frequent pieces first
     * @param first the row of the most frequent word
     * @param dimension components to keep
     */
    public static WordTable of(float[][] vectors, int first, int dimension) {
        DMatrixRMaj centred = centred(vectors);
        DMatrixRMaj covariance = new DMatrixRMaj(centred.numCols, centred.numCols);
        CommonOps_DDRM.multInner(centred, covariance);
        DMatrixRMaj projected = new DMatrixRMaj(centred.numRows, dimension);
        CommonOps_DDRM.mult(centred, principal(covariance, dimension), projected);
        float[][] rows = new float[vectors.length][dimension];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < dimension; i++) {
                rows[row][i] = (float) projected.get(row, i);
            }
        }
        return WordTable.weighted(rows, first);
    }

    private static DMatrixRMaj centred(float[][] vectors) {
        int columns = vectors[0].length;
        double[] mean = WordTable.mean(vectors);
        DMatrixRMaj centred = new DMatrixRMaj(vectors.length, columns);
        for (int row = 0; row < vectors.length; row++) {
            for (int i = 0; i < columns; i++) {
                centred.set(row, i, vectors[row][i] - mean[i]);
            }
        }
        return centred;
    }

    /** The eigenvectors of the greatest eigenvalues as columns, each with its largest component positive. */
    private static DMatrixRMaj principal(DMatrixRMaj covariance, int dimension) {
        var eigen = DecompositionFactory_DDRM.eig(covariance.numCols, true, true);
        if (!eigen.decompose(covariance)) {
            throw new IllegalStateException("a symmetric matrix has eigenvectors");
        }
        int[] order = IntStream.range(0, eigen.getNumberOfEigenvalues()).boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal())).limit(dimension)
                .mapToInt(Integer::intValue).toArray();
        DMatrixRMaj columns = new DMatrixRMaj(covariance.numRows, dimension);
        for (int column = 0; column < dimension; column++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[column]);
            double sign = CommonOps_DDRM.elementMax(vector) >= -CommonOps_DDRM.elementMin(vector) ? 1 : -1;
            for (int row = 0; row < columns.numRows; row++) {
                columns.set(row, column, sign * vector.get(row, 0));
            }
        }
        return columns;
    }
}
