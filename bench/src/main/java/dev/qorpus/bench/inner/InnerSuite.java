package dev.qorpus.bench.inner;

import java.nio.file.Path;
import java.util.List;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link InnerParts} in a JVM of its own. */
public final class InnerSuite {

    /**
     * What one part takes.
     *
     * @param part its name
     * @param micros mean time, in millionths of a second
     */
    public record Time(String part, double micros) {}

    private InnerSuite() {}

    /**
     * Measures all parts.
     *
     * @param index of 10,000 entries
     * @param corpus a Markdown file
     * @param rounds how often each is measured, a second each
     */
    public static List<Time> run(Path index, Path corpus, int rounds) throws RunnerException {
        var options = new OptionsBuilder().include("\\." + InnerParts.class.getSimpleName() + "\\.").forks(1)
                .warmupIterations(3).warmupTime(TimeValue.seconds(1)).measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(1)).verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "-D" + InnerParts.INDEX + "=" + index,
                        "-D" + InnerParts.CORPUS + "=" + corpus)
                .build();
        return new Runner(options).run().stream().map(result -> new Time(result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore())).toList();
    }
}
