package dev.qorpus.models.vectors;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The axes on which a model's token vectors differ most. A vector is projected onto them, and each coordinate is kept in
 * four bits: one of 16 steps of equal width between −3 and 3 standard deviations of its axis.
 *
 * <p>The axes are principal components without centring, so that cosines stay nearly the same. On four collections, 96
 * axes in four bits lose at most .001 nDCG@10 against floats.
 */
public final class TokenAxes {

    /** The number of axes. */
    public static final int AXES = 96;
    /** There are as many axes as a multiple of this: four are compared at once, and two coordinates share a byte. */
    public static final int AT_LEAST = 4;

    private static final int STEPS = 16;
    private static final double CLIP = 3;

    /** Eight bytes as one number. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    /** The lower half of each byte, its highest bit, and the middle of the steps in halves. */
    private static final long LOWER = (STEPS - 1) * EACH;
    private static final long TOPS = EACH << 7;
    private static final long MIDDLES = (STEPS - 1) * EACH;

    /** One row for each axis, of length 1. */
    private final float[][] axes;
    /** The same turned: one row for each dimension of the model. */
    private final float[][] dimensions;
    /** The root mean square of the coordinates on each axis. */
    private final float[] deviations;
    private final String checksum;

    private TokenAxes(float[][] axes, float[] deviations) {
        this.axes = axes;
        this.dimensions = turned(axes);
        this.deviations = deviations;
        CRC32 crc = new CRC32();
        crc.update(toBytes());
        this.checksum = HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /**
     * Learns the axes of token vectors.
     *
     * @param rows several thousand vectors of length 1, of many texts, with at least {@link #AT_LEAST} components
     */
    public static TokenAxes of(float[][] rows) {
        PrincipalComponents components = PrincipalComponents.uncentred(rows,
                Math.min(AXES, rows[0].length / AT_LEAST * AT_LEAST));
        float[][] projected = UnitVectors.normalised(components.project(rows));
        float[] deviations = new float[projected[0].length];
        for (int axis = 0; axis < deviations.length; axis++) {
            double squares = 0;
            for (float[] row : projected) {
                squares += row[axis] * row[axis];
            }
            deviations[axis] = (float) Math.sqrt(squares / rows.length);
        }
        // Rounded as in a file, so that the same axes have the same checksum.
        return read(bytes(components.axes(), deviations));
    }

    /** The axes of a model itself, to see its vectors as they are, but of length 1. */
    public static TokenAxes identity(int dimension) {
        float[][] axes = new float[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            axes[i][i] = 1;
        }
        return new TokenAxes(axes, new float[dimension]);
    }

    /** Reads what {@link #toBytes} wrote. */
    public static TokenAxes read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] deviations = new float[buffer.getInt()];
        float[][] axes = new float[deviations.length][buffer.getInt()];
        for (int axis = 0; axis < axes.length; axis++) {
            deviations[axis] = buffer.getFloat();
            for (int i = 0; i < axes[axis].length; i++) {
                axes[axis][i] = Float.float16ToFloat(buffer.getShort());
            }
        }
        return new TokenAxes(axes, deviations);
    }

    /**
     * The axes as bytes, little-endian: the numbers of axes and of dimensions as integers of 32 bits; then for each axis its
     * deviation as a float of 32 bits and its components as floats of 16 bits.
     */
    public byte[] toBytes() {
        return bytes(axes, deviations);
    }

    private static byte[] bytes(float[][] axes, float[] deviations) {
        ByteBuffer buffer = ByteBuffer
                .allocate(2 * Integer.BYTES + axes.length * (Float.BYTES + Short.BYTES * axes[0].length))
                .order(ByteOrder.LITTLE_ENDIAN).putInt(axes.length).putInt(axes[0].length);
        for (int axis = 0; axis < axes.length; axis++) {
            buffer.putFloat(deviations[axis]);
            for (float component : axes[axis]) {
                buffer.putShort(Float.floatToFloat16(component));
            }
        }
        return buffer.array();
    }

    /** Identifies the axes: token vectors of other axes must not be compared. */
    public String checksum() {
        return checksum;
    }

    /** The number of coordinates of a token. */
    public int size() {
        return axes.length;
    }

    private static float[][] turned(float[][] axes) {
        float[][] dimensions = new float[axes[0].length][axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            for (int i = 0; i < dimensions.length; i++) {
                dimensions[i][axis] = axes[axis][i];
            }
        }
        return dimensions;
    }

    /**
     * Projects the vector of a token.
     *
     * @param vector of the model, of any length
     * @return {@link #size()} coordinates whose squares add up to 1, unless all are 0
     */
    public float[] project(float[] vector) {
        float[] coordinates = new float[axes.length];
        // The inner loop goes over axes: the JVM makes vector instructions of it, which it does not of a sum.
        for (int i = 0; i < vector.length; i++) {
            float component = vector[i];
            float[] row = dimensions[i];
            for (int axis = 0; axis < coordinates.length; axis++) {
                coordinates[axis] += component * row[axis];
            }
        }
        return UnitVectors.normalised(coordinates);
    }

    /**
     * Packs projected vectors, two coordinates a byte, the first in the upper half. The first two coordinates of all tokens
     * come first, then the next two: a loop over tokens is one over neighbours, of which the JVM makes vector instructions.
     */
    public byte[] pack(float[][] rows) {
        byte[] packed = new byte[rows.length * axes.length / 2];
        int to = 0;
        for (int axis = 0; axis < axes.length; axis += 2) {
            for (float[] row : rows) {
                packed[to++] = (byte) (step(row, axis) << 4 | step(row, axis + 1));
            }
        }
        return packed;
    }

    private int step(float[] row, int axis) {
        return Math.clamp((int) Math.floor(row[axis] / width(axis) + STEPS / 2.0), 0, STEPS - 1);
    }

    private float width(int axis) {
        return (float) (2 * CLIP * deviations[axis] / STEPS);
    }

    /** The number of tokens that were packed. */
    public int count(byte[] packed) {
        return packed.length / (axes.length / 2);
    }

    /** Unpacks what {@link #pack} packed. */
    public TokenColumns unpack(byte[] packed) {
        return unpack(List.of(packed));
    }

    /** The same of several passages, one after another: long columns are compared faster than short ones. */
    public TokenColumns unpack(List<byte[]> passages) {
        int tokens = passages.stream().mapToInt(this::count).sum();
        byte[] steps = new byte[axes.length * tokens];
        int at = 0;
        for (byte[] packed : passages) {
            int count = count(packed);
            for (int pair = 0; pair < axes.length / 2; pair++) {
                int upper = 2 * pair * tokens + at;
                unpack(packed, pair * count, count, steps, upper, upper + tokens);
            }
            at += count;
        }
        float[] halves = new float[axes.length];
        for (int axis = 0; axis < halves.length; axis++) {
            halves[axis] = width(axis) / 2;
        }
        return TokenColumns.of(steps, halves, tokens);
    }

    /** Writes two coordinates of some tokens in half steps from the middle, odd numbers from −15 to 15. */
    private static void unpack(byte[] packed, int from, int count, byte[] steps, int upper, int lower) {
        int i = 0;
        for (; i + Long.BYTES <= count; i += Long.BYTES) {
            long eight = (long) EIGHT.get(packed, from + i);
            EIGHT.set(steps, upper + i, halfSteps(eight >>> 4 & LOWER));
            EIGHT.set(steps, lower + i, halfSteps(eight & LOWER));
        }
        for (; i < count; i++) {
            steps[upper + i] = (byte) halfSteps(packed[from + i] >> 4 & STEPS - 1);
            steps[lower + i] = (byte) halfSteps(packed[from + i] & STEPS - 1);
        }
    }

    /** Of eight numbers of steps at once, a byte each. The bits at the top keep a byte from borrowing of the next one. */
    private static long halfSteps(long steps) {
        return (steps << 1 | TOPS) - MIDDLES ^ TOPS;
    }
}
