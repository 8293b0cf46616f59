package dev.qorpus.property;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

import org.instancio.InstancioApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * A statement that holds for all values of a kind. It is checked on a fixed number of random examples.
 *
 * <p>The seed is fixed, so that a build fails for its own change only. {@code -Dqorpus.seed=N} tries other examples.
 *
 * @param <T> what one example is
 */
public final class Property<T> {

    private static final int MOST_SHRINKING_STEPS = 2_000;

    private final InstancioApi<T> examples;
    private final Function<T, Stream<T>> smaller;

    private Property(InstancioApi<T> examples, Function<T, Stream<T>> smaller) {
        this.examples = examples;
        this.smaller = smaller;
    }

    /** A property of what Instancio makes. Failing examples are reported as they are. */
    public static <T> Property<T> of(InstancioApi<T> examples) {
        return new Property<>(examples, example -> Stream.empty());
    }

    /**
     * The same property; a failing example is replaced by a smaller one that fails too, as long as there is one.
     *
     * @param smaller from an example to the smaller ones beside it, the smallest first; see {@link Shrinking}
     */
    public Property<T> shrunkBy(Function<T, Stream<T>> smaller) {
        return new Property<>(examples, smaller);
    }

    /**
     * Checks the property.
     *
     * @param tries how many examples are made
     * @param seed  of the first example; the others follow from it
     * @param check throws for an example that breaks the property
     * @throws AssertionError with the seed and the example that broke the property, if one did
     */
    public void holds(int tries, long seed, ThrowingConsumer<T> check) {
        long used = Long.getLong("qorpus.seed", seed);
        Iterator<T> each = examples.withSeed(used).stream().limit(tries).iterator();
        for (int number = 1; each.hasNext(); number++) {
            T example = each.next();
            Throwable failure = failure(example, check);
            if (failure != null) {
                throw falsified("Falsified by example %d of %d, seed %d".formatted(number, tries, used), example,
                        failure, check);
            }
        }
    }

    private AssertionError falsified(String where, T example, Throwable failure, ThrowingConsumer<T> check) {
        T smallest = example;
        Throwable reason = failure;
        Iterator<T> candidates = smaller.apply(smallest).iterator();
        for (int step = 0; step < MOST_SHRINKING_STEPS && candidates.hasNext(); step++) {
            T candidate = candidates.next();
            Throwable failed = failure(candidate, check);
            if (failed != null) {
                smallest = candidate;
                reason = failed;
                candidates = smaller.apply(smallest).iterator();
            }
        }
        String shrunk = smallest.equals(example) ? "" : "%nShrunk to: %s".formatted(smallest);
        return new AssertionError("%s: %s%s%n%s".formatted(where, example, shrunk, reason), reason);
    }

    private static <T> @Nullable Throwable failure(T example, ThrowingConsumer<T> check) {
        try {
            check.accept(example);
            return null;
        } catch (Exception | AssertionError | StackOverflowError e) {
            return e;
        } catch (Throwable e) {
            throw new IllegalStateException("the check cannot run", e);
        }
    }
}
