package dev.qorpus.bench;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param work what was measured
 * @param ours our figure
 * @param unit of both figures
 * @param peer what it is compared with, in words
 * @param theirs the peer's figure; {@code null} where there is only a limit
 * @param wanted the target, in words
 * @param met whether it is reached
 */
public record Row(String work, double ours, String unit, String peer, @Nullable Double theirs, String wanted,
        boolean met) {

    /** Higher is better: at least {@code times} the peer's figure. */
    static Row atLeast(double times, String work, double ours, String unit, String peer, double theirs) {
        return new Row(work, ours, unit, peer, theirs, "≥ " + shown(times) + " ×", ours >= times * theirs);
    }

    /** Lower is better: at most {@code times} the peer's figure. */
    public static Row atMost(double times, String work, double ours, String unit, String peer, double theirs) {
        return new Row(work, ours, unit, peer, theirs, "≤ " + shown(times) + " ×", ours <= times * theirs);
    }

    /** At most the limit. */
    public static Row within(double limit, String work, double ours, String unit) {
        return new Row(work, ours, unit, "", null, "≤ " + shown(limit) + " " + unit, ours <= limit);
    }

    /** A figure without a target. */
    public static Row info(String work, double ours, String unit) {
        return new Row(work, ours, unit, "", null, "", true);
    }

    /** As a line of a Markdown table. */
    String line() {
        String ratio = theirs == null ? "" : String.format(Locale.ROOT, "%.2f ×", ours / theirs);
        return String.join(" | ", "| " + work, shown(ours) + " " + unit,
                theirs == null ? "" : peer + " " + shown(theirs) + " " + unit, ratio, wanted,
                (wanted.isEmpty() ? "" : met ? "yes" : "NO") + " |");
    }

    private static String shown(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
