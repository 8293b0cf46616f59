package dev.qorpus.web.mcp.tool;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import dev.qorpus.web.json.AnswersView.BriefHitView;
import dev.qorpus.web.json.HitView;
import dev.qorpus.web.json.Json;

/**
 * Makes results fit.
 *
 * @param tokens the most that text and structured content may have together: some clients show a model the one, some the
 * other, some both
 */
record Budget(int tokens) {

    /** Of an answer; with less, its question has to do. */
    private static final int SHORTEST = 60;
    private static final int LONGEST = 20_000;

    private boolean fits(ToolResult result) {
        Record view = result.view();
        String structured = view == null ? "" : new String(Json.bytes(view), StandardCharsets.UTF_8);
        return TokenEstimate.of(result.text()) + TokenEstimate.of(structured) <= tokens;
    }

    /**
     * Makes a result of hits whose answers are cut, as long as fits. If not even short answers fit, the last hits are left
     * out, but never the first.
     */
    ToolResult ofHits(List<HitView> hits, Function<List<BriefHitView>, ToolResult> make) {
        int count = hits.size();
        while (count > 1 && !fits(make.apply(brief(hits.subList(0, count), SHORTEST)))) {
            count--;
        }
        List<HitView> kept = hits.subList(0, count);
        return ofSize(SHORTEST, LONGEST, size -> make.apply(brief(kept, size)));
    }

    /** Makes a result of the largest size that fits, or of the smallest one. */
    ToolResult ofSize(int least, int most, IntFunction<ToolResult> make) {
        int low = least;
        int high = Math.max(least, most);
        ToolResult best = make.apply(high);
        if (fits(best)) {
            return best;
        }
        best = make.apply(least);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            ToolResult made = make.apply(middle);
            if (fits(made)) {
                best = made;
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    /** As many of the first items as fit. */
    <I> ToolResult ofFirst(List<I> items, Function<List<I>, ToolResult> make) {
        return ofSize(Math.min(1, items.size()), items.size(), count -> make.apply(items.subList(0, count)));
    }

    private static List<BriefHitView> brief(List<HitView> hits, int size) {
        return hits.stream().map(hit -> BriefHitView.of(hit, Excerpt.of(hit, size))).toList();
    }
}
