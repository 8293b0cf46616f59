package dev.qorpus.web.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.compare.Comparison;

/**
 * One question in several modes in few words, for agents.
 *
 * @param hits by mode; their answers are left out
 * @param overlap what each two lists share
 * @param moves entries whose rank differs, and why
 */
public record RanksView(Map<String, List<AnswersView.BriefHitView>> hits, List<Comparison.Overlap> overlap,
        List<ComparisonView.MoveView> moves) {

    /**
     * The view of a comparison.
     *
     * @param most how many hits of a mode, and how many moves
     */
    public static RanksView of(ComparisonView comparison, int most) {
        Map<String, List<AnswersView.BriefHitView>> hits = new LinkedHashMap<>();
        comparison.results().forEach((mode, found) -> hits.put(mode, found.hits().stream().limit(most)
                .map(hit -> AnswersView.BriefHitView.of(hit, "")).toList()));
        return new RanksView(hits, comparison.overlap(), comparison.moves().stream().limit(most).toList());
    }
}
