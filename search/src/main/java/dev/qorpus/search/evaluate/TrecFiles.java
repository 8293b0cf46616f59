package dev.qorpus.search.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranked lists and judgments as {@code trec_eval} reads them. It ignores the rank column, reads scores as 32-bit
 * floats, and puts equal ones in descending order of their ids: scores are therefore written so that each is less
 * than the one before as a float, too. It splits at white space: in ids, that becomes an underscore.
 */
public final class TrecFiles {

    private TrecFiles() {}

    /** Writes a run file for each mode, and the judgments, into a folder. */
    public static void write(Evaluation evaluation, JudgedCollection collection, Path folder) {
        String name = word(evaluation.collection());
        write(folder, name + ".qrels", judgments(collection));
        evaluation.outcomes().forEach((mode, outcomes) -> write(folder, name + "." + mode + ".run",
                outcomes.stream().filter(Outcome::answerable).flatMap(outcome -> run(outcome, mode).stream())
                        .toList()));
    }

    static List<String> run(Outcome outcome, String mode) {
        List<String> lines = new ArrayList<>();
        float before = Float.POSITIVE_INFINITY;
        for (int i = 0; i < outcome.ids().size(); i++) {
            float score = Math.min((float) outcome.scores().get(i).doubleValue(), Math.nextDown(before));
            before = score;
            lines.add(String.format(Locale.ROOT, "%s Q0 %s %d %s qorpus-%s", word(outcome.query().id()),
                    word(outcome.ids().get(i)), i + 1, score, mode));
        }
        return lines;
    }

    private static List<String> judgments(JudgedCollection collection) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(collection.judgments()).forEach((query, grades) -> {
            Map<String, Integer> sorted = new TreeMap<>(grades);
            sorted.forEach((id, grade) -> lines.add(word(query) + " 0 " + word(id) + " " + grade));
        });
        return lines;
    }

    private static String word(String id) {
        return id.replaceAll("\\s", "_");
    }

    private static void write(Path folder, String file, List<String> lines) {
        try {
            Files.write(Files.createDirectories(folder).resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write run files to " + folder, e);
        }
    }
}
