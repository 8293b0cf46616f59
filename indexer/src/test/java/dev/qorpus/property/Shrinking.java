package dev.qorpus.property;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Smaller examples beside one that breaks a property, the smallest first. */
public final class Shrinking {

    private Shrinking() {}

    /** The list without one run of its elements: without all, without each half, and so on down to single elements. */
    public static <E> Stream<List<E>> list(List<E> list) {
        return runs(list.size()).map(run -> {
            List<E> rest = new ArrayList<>(list.subList(0, run.from()));
            rest.addAll(list.subList(run.to(), list.size()));
            return rest;
        });
    }

    /** The text without one run of its characters; see {@link #list}. */
    public static Stream<String> text(String text) {
        return runs(text.length()).map(run -> text.substring(0, run.from()) + text.substring(run.to()));
    }

    /** Numbers from the least towards the one given: half the way, three quarters, ..., one less. */
    public static IntStream number(int least, int number) {
        return IntStream.concat(IntStream.iterate(number - least, step -> step > 1, step -> step / 2)
                .map(step -> number - step), number > least ? IntStream.of(number - 1) : IntStream.empty());
    }

    private record Run(int from, int to) {}

    private static Stream<Run> runs(int size) {
        return IntStream.iterate(size, length -> length > 0, length -> length / 2).boxed()
                .flatMap(length -> IntStream.iterate(0, from -> from < size, from -> from + length)
                        .mapToObj(from -> new Run(from, Math.min(size, from + length))));
    }
}
