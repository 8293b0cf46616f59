package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.compare.Comparison;
import dev.qorpus.search.compare.Comparison.Move;
import dev.qorpus.search.compare.NearestWords;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/**
 * A comparison as text: the entries in order of rank, with their rank in each mode.
 *
 * @param files where the entries are
 * @param words for an entry, the words nearest to those of the question
 */
public record ComparisonText(Terminal terminal, SourceFiles files,
        Function<EntryId, List<NearestWords.Pair>> words) {

    /** The columns that a question beside the ranks needs. With fewer, the ranks stand below it. */
    private static final int NARROWEST_QUESTION = 50;
    /** How many entries are shown with nearest words. Each costs the embedding of its words. */
    private static final int EXPLAINED = 3;

    public List<StyledText> of(Comparison comparison) {
        List<StyledText> lines = new ArrayList<>();
        int ranks = comparison.modes().stream().mapToInt(mode -> column(mode).columns()).sum();
        boolean beside = terminal.width() - ranks >= NARROWEST_QUESTION;
        String order = comparison.modes().contains(Mode.HYBRID) ? Mode.HYBRID : comparison.modes().getFirst();
        lines.add((beside
                ? comparison.modes().stream().map(ComparisonText::column).reduce(StyledText.EMPTY, StyledText::plus)
                : StyledText.EMPTY).plus("question, in order of " + order, Style.FAINT));
        Map<EntryId, Hit> hits = new HashMap<>();
        comparison.results().values()
                .forEach(results -> results.hits().forEach(hit -> hits.putIfAbsent(hit.entry().id(), hit)));
        List<Move> moves = comparison.moves().stream().sorted(byRank(order)).toList();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            List<StyledText> said = said(move, hits, i < EXPLAINED);
            lines.addAll(beside ? beside(comparison.modes(), move, said) : below(comparison.modes(), move, said));
        }
        lines.add(StyledText.EMPTY);
        comparison.overlap().forEach(overlap -> lines.addAll(paragraph(String.format(Locale.ROOT,
                "%s and %s share %d of %d, rank-biased overlap %.2f", overlap.a(), overlap.b(), overlap.shared(),
                overlap.of(), overlap.rbo()))));
        lines.add(StyledText.EMPTY);
        int width = comparison.modes().stream().map(StyledText::of).mapToInt(StyledText::columns).max().orElse(0);
        comparison.results().forEach((mode, results) -> lines.addAll(Paragraph
                .behind(StyledText.of(mode).padded(width + 2), terminal.textWidth())
                .lines(StyledText.of(cost(comparison, mode, results)))));
        return lines;
    }

    /** By the rank in one mode; entries that it does not list follow by their best rank. */
    private static Comparator<Move> byRank(String mode) {
        return Comparator.comparingInt((Move move) -> move.ranks().getOrDefault(mode, Integer.MAX_VALUE))
                .thenComparingInt(move -> move.ranks().values().stream().mapToInt(Integer::intValue).min().orElse(0))
                .thenComparing(Move::id);
    }

    /** The question, and why it stands there. */
    private List<StyledText> said(Move move, Map<EntryId, Hit> hits, boolean explained) {
        List<StyledText> said = new ArrayList<>();
        Hit hit = hits.get(move.id());
        StyledText reason = StyledText.of(move.reason());
        if (hit == null) {
            said.add(StyledText.of(move.question(), Style.BOLD));
            said.add(reason);
        } else {
            said.add(ListedHit.question(hit.entry(), hit.questionHighlights()));
            said.add(files.place(hit.entry().file(), hit.entry().line()).plus("  ").plus(reason));
        }
        List<NearestWords.Pair> pairs = explained ? words.apply(move.id()) : List.of();
        if (!pairs.isEmpty()) {
            said.add(StyledText.of("Nearest words: " + pairs.stream().map(pair -> String.format(Locale.ROOT,
                    "%s ~ %s %.2f", pair.word(), pair.nearest(), pair.cosine())).collect(Collectors.joining(", ")),
                    Style.FAINT));
        }
        return said;
    }

    private List<StyledText> beside(List<String> modes, Move move, List<StyledText> said) {
        StyledText ranks = StyledText.EMPTY;
        for (String mode : modes) {
            ranks = ranks.plus(rank(move, mode).padded(column(mode).columns()));
        }
        StyledText blanks = StyledText.of(" ".repeat(ranks.columns()));
        List<StyledText> lines = new ArrayList<>();
        for (StyledText each : said) {
            StyledText first = lines.isEmpty() ? ranks : blanks;
            int width = Math.min(terminal.width(), terminal.textWidth() + ranks.columns());
            lines.addAll(new Paragraph(width, first, blanks).lines(each));
        }
        return lines;
    }

    private List<StyledText> below(List<String> modes, Move move, List<StyledText> said) {
        List<StyledText> lines = new ArrayList<>(List.of(StyledText.EMPTY));
        lines.addAll(Paragraph.indented(terminal.textWidth(), 0).lines(said.getFirst()));
        lines.addAll(Paragraph.indented(terminal.textWidth(), 2).items(modes.stream()
                .map(mode -> StyledText.of(mode + " ").plus(rank(move, mode))).toList()));
        said.stream().skip(1)
                .forEach(each -> lines.addAll(Paragraph.indented(terminal.textWidth(), 2).lines(each)));
        return lines;
    }

    private static StyledText rank(Move move, String mode) {
        Integer rank = move.ranks().get(mode);
        return rank == null ? StyledText.of("–", Style.FAINT) : StyledText.of("#" + rank, Style.BOLD);
    }

    private static StyledText column(String mode) {
        return StyledText.of(mode, Style.FAINT).padded(Math.max(4, mode.length()) + 2);
    }

    private static String cost(Comparison comparison, String mode, Results results) {
        ModeCost cost = comparison.costs().getOrDefault(mode, ModeCost.NONE);
        return String.format(Locale.ROOT, "%7.1f ms, %6.0f bytes and %7.2f ms of indexing for an entry",
                results.tookMillis(), cost.bytesPerEntry(), cost.indexMillisPerEntry());
    }

    private List<StyledText> paragraph(String text) {
        return Paragraph.indented(terminal.textWidth(), 0).lines(StyledText.of(text));
    }
}
