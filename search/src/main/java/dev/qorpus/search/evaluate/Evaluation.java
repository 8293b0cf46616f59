package dev.qorpus.search.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.qorpus.search.query.ModeCost;

/**
 * What an evaluation found.
 *
 * @param collection its name
 * @param queries how many questions were measured: those with a relevant entry
 * @param unanswerable how many questions have no relevant entry
 * @param outcomes by mode, in the order asked for, one for each question of the collection
 * @param significance of the differences between modes
 * @param costs of each mode
 */
public record Evaluation(String collection, int queries, int unanswerable, Map<String, List<Outcome>> outcomes,
        List<Significance> significance, Map<String, ModeCost> costs) {

    /**
     * The figures of one mode.
     *
     * @param mean over all measured questions
     * @param refused share of unanswerable questions that were called unanswered
     * @param wronglyRefused share of measured questions that were called unanswered
     * @param p50Millis median time of a search, embedding included
     * @param reliability of confidence, over all questions
     */
    public record ModeFigures(Measures mean, double refused, double wronglyRefused, double p50Millis,
            Reliability reliability) {

        static ModeFigures of(List<Outcome> outcomes) {
            List<Outcome> measured = outcomes.stream().filter(Outcome::answerable).toList();
            List<Outcome> others = outcomes.stream().filter(outcome -> !outcome.answerable()).toList();
            List<Double> millis = measured.stream().map(Outcome::millis).sorted().toList();
            return new ModeFigures(
                    Measures.mean(measured.stream().flatMap(outcome -> Stream.ofNullable(outcome
                            .measures())).toList()),
                    refused(others), refused(measured), millis.get(millis.size() / 2), Reliability.of(outcomes));
        }

        private static double refused(List<Outcome> outcomes) {
            return outcomes.stream().mapToDouble(outcome -> outcome.confident() ? 0 : 1).average().orElse(0);
        }
    }

    /** Puts together what was measured mode by mode, in the order wanted. */
    public static Evaluation of(JudgedCollection collection, Map<String, ModeOutcomes> measured) {
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        Map<String, ModeCost> costs = new LinkedHashMap<>();
        measured.forEach((mode, found) -> {
            outcomes.put(mode, found.outcomes());
            costs.put(mode, found.cost());
        });
        int answerable = collection.answerable().size();
        return new Evaluation(collection.name(), answerable, collection.queries().size() - answerable, outcomes,
                Significance.ofPairs(outcomes), costs);
    }

    /** The figures of each mode, in the order asked for. */
    public Map<String, ModeFigures> modes() {
        Map<String, ModeFigures> figures = new LinkedHashMap<>();
        outcomes.forEach((mode, list) -> figures.put(mode, ModeFigures.of(list)));
        return figures;
    }
}
