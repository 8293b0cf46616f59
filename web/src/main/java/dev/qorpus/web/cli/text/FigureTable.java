package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Evaluation.ModeFigures;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/**
 * The figures of an evaluation: a line for each mode, a column for each figure. The best of each is bold, or has a star
 * where there is no bold. Columns that do not fit are left out and named.
 */
record FigureTable(Terminal terminal, Evaluation evaluation) {

    /** The figures and the costs of a mode. */
    private record Row(ModeFigures figures, ModeCost cost) {}

    /**
     * A column.
     *
     * @param decimals how many are shown
     * @param upwards whether more is better
     * @param importance the highest is left out first
     */
    private record Column(String title, int decimals, boolean upwards, int importance, ToDoubleFunction<Row> figure) {

        String text(Row row) {
            return String.format(Locale.ROOT, "%." + decimals + "f", figure.applyAsDouble(row));
        }

        /** The best figure as it is shown; none if all modes have the same. */
        String best(List<Row> rows) {
            List<String> shown = rows.stream().sorted(Comparator.comparingDouble(figure)).map(this::text).toList();
            return shown.getFirst().equals(shown.getLast()) ? "" : upwards ? shown.getLast() : shown.getFirst();
        }
    }

    /** Costs are for one entry: bytes read on disk, and indexing time. */
    private static final List<Column> COLUMNS = List.of(
            new Column("nDCG@10", 4, true, 1, row -> row.figures.mean().ndcg10()),
            new Column("MRR@10", 4, true, 2, row -> row.figures.mean().mrr10()),
            new Column("hit@1", 4, true, 3, row -> row.figures.mean().hit1()),
            new Column("hit@5", 4, true, 8, row -> row.figures.mean().hit5()),
            new Column("rec@10", 4, true, 4, row -> row.figures.mean().recall10()),
            new Column("rec@100", 4, true, 9, row -> row.figures.mean().recall100()),
            new Column("refused", 4, true, 6, row -> row.figures.refused()),
            new Column("wrongly", 4, false, 7, row -> row.figures.wronglyRefused()),
            new Column("calib", 3, false, 10, row -> row.figures.reliability().calibrationError()),
            new Column("p50 ms", 1, false, 5, row -> row.figures.p50Millis()),
            new Column("B/entry", 0, false, 11, row -> row.cost.bytesPerEntry()),
            new Column("ms/entry", 2, false, 12, row -> row.cost.indexMillisPerEntry()));

    private static final String GAP = "  ";

    List<StyledText> lines() {
        Map<String, ModeFigures> modes = evaluation.modes();
        List<Row> rows = modes.entrySet().stream().map(mode -> new Row(mode.getValue(),
                evaluation.costs().getOrDefault(mode.getKey(), ModeCost.NONE))).toList();
        int names = modes.keySet().stream().map(StyledText::of).mapToInt(StyledText::columns).max().orElse(0);
        List<StyledText> lines = new ArrayList<>(List.of(StyledText.of(" ".repeat(names))));
        modes.keySet().forEach(mode -> lines.add(StyledText.of(mode).padded(names)));
        List<Column> shown = fitting(rows, terminal.width() - names);
        for (Column column : shown) {
            int width = width(column, rows);
            String best = column.best(rows);
            lines.set(0, lines.getFirst().plus(GAP)
                    .plus(mark(column.title, "").paddedBefore(width)));
            for (int i = 0; i < rows.size(); i++) {
                StyledText figure = mark(column.text(rows.get(i)), best).paddedBefore(width);
                lines.set(i + 1, lines.get(i + 1).plus(GAP).plus(figure));
            }
        }
        if (shown.size() < COLUMNS.size()) {
            String missing = String.join(", ", COLUMNS.stream().filter(column -> !shown.contains(column))
                    .map(Column::title).toList());
            lines.addAll(Paragraph.indented(terminal.textWidth(), 0)
                    .lines(StyledText.of("No room for " + missing + "; --json has all.", Style.FAINT)));
        }
        return lines;
    }

    /** A figure, and a blank or a star behind it where there is no bold. */
    private StyledText mark(String text, String best) {
        boolean isBest = text.equals(best);
        return terminal.styled()
                ? isBest ? StyledText.of(text, Style.BOLD) : StyledText.of(text)
                : StyledText.of(text + (isBest ? "*" : " "));
    }

    private int width(Column column, List<Row> rows) {
        int figures = rows.stream().mapToInt(row -> column.text(row).length()).max().orElse(0);
        return Math.max(column.title.length(), figures) + (terminal.styled() ? 0 : 1);
    }

    /** The most important columns that fit, in order. */
    private List<Column> fitting(List<Row> rows, int room) {
        List<Column> fitting = new ArrayList<>(COLUMNS);
        while (terminal.bounded() && fitting.size() > 1
                && fitting.stream().mapToInt(column -> GAP.length() + width(column, rows)).sum() > room) {
            fitting.remove(fitting.stream().max(Comparator.comparingInt(Column::importance)).orElseThrow());
        }
        return fitting;
    }
}
