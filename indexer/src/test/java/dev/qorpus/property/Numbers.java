package dev.qorpus.property;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.instancio.Random;
import org.instancio.generator.Generator;

/** Random numbers, of which a fifth are edge cases: the ends of the range, the numbers beside them, and zero. */
public final class Numbers {

    private static final double EDGE_CASES = 0.2;

    private Numbers() {}

    /** Any number of the range, both ends included. */
    public static Generator<Integer> between(int least, int most) {
        Generator<Long> numbers = between((long) least, (long) most);
        return random -> Math.toIntExact(numbers.generate(random));
    }

    /** Any number of the range, both ends included. */
    public static Generator<Long> between(long least, long most) {
        List<Long> edges = LongStream.of(least, least + 1, most - 1, most, 0)
                .filter(edge -> edge >= least && edge <= most).distinct().boxed().toList();
        return random -> isEdgeCase(random) ? random.oneOf(edges) : random.longRange(least, most);
    }

    /** Any number of the range, both ends included. */
    public static Generator<Double> between(double least, double most) {
        List<Double> edges = DoubleStream.of(least, Math.nextUp(least), Math.nextDown(most), most, 0)
                .filter(edge -> edge >= least && edge <= most).distinct().boxed().toList();
        return random -> isEdgeCase(random) ? random.oneOf(edges) : random.doubleRange(least, most);
    }

    /** Any number. */
    public static Generator<Long> any() {
        List<Long> edges = List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE);
        return random -> isEdgeCase(random) ? random.oneOf(edges) : random.longRange(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static boolean isEdgeCase(Random random) {
        return random.trueOrFalse(EDGE_CASES);
    }
}
