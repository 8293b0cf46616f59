package dev.qorpus.search.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

/**
 * Ranked lists and judgments as {@code trec_eval} reads them. It ignores the rank column, reads scores as 32-bit
 * floats, and puts equal ones in descending order of their ids: scores are therefore written so that each is less
 * than the one before as a float, too. It splits at white space: in ids, white space and {@code %} are therefore written as in
 * addresses ({@code %20}), so that no two ids become one.
 *
 * <p>Only questions with a relevant entry are in the files, because {@code trec_eval} averages over what it is given.
 * One without any hit has no line in a run: {@code trec_eval -c} counts it as 0, as is done here.
 */
public final class TrecFiles {

    /** All that any reader may split at, and the escape itself. */
    private static final Pattern SPLITS = Pattern.compile("[\\s\\p{Z}\\p{Cc}%]");

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
        for (JudgedQuery query : collection.answerable()) {
            new TreeMap<>(collection.judgments().getOrDefault(query.id(), Map.of()))
                    .forEach((id, grade) -> lines.add(word(query.id()) + " 0 " + word(id) + " " + grade));
        }
        return lines;
    }

    private static String word(String id) {
        return SPLITS.matcher(id).replaceAll(match -> encoded(match.group()));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", one & 0xff));
        }
        return encoded.toString();
    }

    private static void write(Path folder, String file, List<String> lines) {
        try {
            Files.write(Files.createDirectories(folder).resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write run files to " + folder, e);
        }
    }
}
