package dev.qorpus.web.mcp.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.qorpus.search.retrieve.Correction;
import dev.qorpus.web.json.AnswersView;
import dev.qorpus.web.json.AnswersView.BriefHitView;
import dev.qorpus.web.json.ResultsView;

/** Hits as text for a language model: a verdict first, then each hit with its place, its id and its answer. */
final class HitText {

    /** Below this confidence, words that the first hit lacks are named. */
    private static final double UNSURE_BELOW = 0.5;

    private HitText() {}

    /** An answer to a question. */
    static String of(AnswersView answers) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict(answers));
        if (answers.notes() != null) {
            lines.addAll(answers.notes());
        }
        if (answers.missing() != null && answers.confidence() < UNSURE_BELOW && !answers.hits().isEmpty()) {
            lines.add("The first hit lacks: " + String.join(", ", answers.missing()) + ".");
        }
        answers.hits().forEach(hit -> lines.add("\n" + of(hit)));
        if (!answers.hits().isEmpty() && answers.hits().getLast().rank() < answers.total()) {
            lines.add(format("\n%d of %d hits; more with offset=%d.", answers.hits().size(), answers.total(),
                    answers.hits().getLast().rank()));
        }
        return String.join("\n", lines);
    }

    /** What the asker has to know of how a question was understood. */
    static List<String> notes(ResultsView results) {
        List<String> notes = new ArrayList<>(results.notes());
        if (!results.corrections().isEmpty()) {
            notes.add("Also searched for: " + results.corrections().stream().map(HitText::correction)
                    .collect(Collectors.joining(", ")) + ".");
        }
        if (results.degraded() != null) {
            notes.add(results.degraded());
        }
        return notes;
    }

    /** What the first hit is worth. Only the first page has a verdict. */
    private static String verdict(AnswersView answers) {
        if (answers.hits().isEmpty()) {
            return answers.total() > 0
                    ? "There are no further hits."
                    : "Nothing here answers that: no entry matches. Fewer filters or other words may help.";
        }
        if (answers.hits().getFirst().rank() > 1) {
            return "Further hits:";
        }
        return switch (answers.verdict()) {
            case ANSWERED -> format("Confidence %.2f that hit 1 answers it.", answers.confidence());
            case OPEN -> format("Hit 1 asks the same (confidence %.2f), but has no answer yet.", answers.confidence());
            case NOTHING -> format("Nothing here answers that (confidence %.2f). The nearest entries:",
                    answers.confidence());
        };
    }

    /** One hit: its question, its place and its answer. */
    static String of(BriefHitView hit) {
        String answer = hit.answer().isEmpty() ? "(no answer yet)" : hit.answer().replaceAll("\\n{2,}", "\n");
        return hit.rank() + ". " + hit.question() + "\n[" + hit.file() + ":" + hit.line() + " | id=" + hit.id() + " | "
                + hit.group().label() + "]\n" + answer;
    }

    private static String correction(Correction correction) {
        return correction.to() + " (for " + correction.from() + ")";
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
