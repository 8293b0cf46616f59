package dev.qorpus.web.json;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.result.HitGroup;

/**
 * The results of a query in few words, for agents: {@link ResultsView} has over 150 tokens for each hit before a word of its
 * answer.
 *
 * @param verdict whether the first hit answers
 * @param confidence the calibrated probability that the first hit is right
 * @param total how many hits there are
 * @param missing words of the question that the first hit lacks, if there are any
 * @param notes what the asker has to know of how the question was understood, if there is anything
 * @param hits the best first
 */
public record AnswersView(Verdict verdict, double confidence, int total, @Nullable List<String> missing,
        @Nullable List<String> notes, List<BriefHitView> hits) {

    private static final int SCORE_DIGITS = 3;
    private static final int CONFIDENCE_DIGITS = 2;

    /** Whether the notes answer a question. */
    public enum Verdict {
        /** The first hit answers it. */
        ANSWERED("answered"),
        /** The first hit asks the same, but has no answer yet. */
        OPEN("asked-but-unanswered"),
        /** Nothing here answers it; the hits are the nearest entries. */
        NOTHING("nothing-here-answers");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The label, which is also what JSON shows. */
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * A hit in few words.
     *
     * @param answer all of its answer or a part; empty if it has none
     * @param section the heading above it, if there is one
     */
    public record BriefHitView(int rank, String id, String question, String answer, String file, int line,
            @Nullable String section, double score, HitGroup group) {

        /**
         * A hit in few words.
         *
         * @param excerpt what is kept of its answer
         */
        public static BriefHitView of(HitView hit, String excerpt) {
            return new BriefHitView(hit.rank(), hit.id(), hit.question(), hit.answered() ? excerpt : "", hit.file(),
                    hit.line(), hit.section().isEmpty() ? null : hit.section().getLast(),
                    Rounded.to(hit.score(), SCORE_DIGITS), hit.group());
        }
    }

    /**
     * The view of results.
     *
     * @param notes those of the results, and what else is to be said
     */
    public static AnswersView of(ResultsView results, List<String> notes, List<BriefHitView> hits) {
        return new AnswersView(verdict(results), Rounded.to(results.confidence(), CONFIDENCE_DIGITS), results.total(),
                results.missing().isEmpty() ? null : results.missing(), notes.isEmpty() ? null : notes, hits);
    }

    private static Verdict verdict(ResultsView results) {
        if (results.answered()) {
            return Verdict.ANSWERED;
        }
        return results.confident() && results.total() > 0 ? Verdict.OPEN : Verdict.NOTHING;
    }
}
