package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.Reading;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;

/**
 * Asks every question of a collection in every mode.
 *
 * @param filterBy fields in which the entries have to agree with the question's metadata, where it has them
 */
public record Evaluator(Search search, List<String> filterBy) {

    /** The depth that recall@100 needs. */
    private static final int DEPTH = 100;

    /** No caches: one mode must not profit from another mode's queries. */
    public Evaluator {
        search = search.withoutCaches();
    }

    /** Evaluates the modes in turn. */
    public Evaluation run(JudgedCollection collection, List<String> modes) {
        Map<String, ModeOutcomes> measured = new LinkedHashMap<>();
        modes.forEach(mode -> measured.put(mode, measure(collection, mode, () -> {
            // No progress to report.
        })));
        return Evaluation.of(collection, measured);
    }

    /**
     * Evaluates one mode.
     *
     * @param asked is told after every question; what it throws ends the evaluation
     * @throws QueryException if there is no such mode
     */
    public ModeOutcomes measure(JudgedCollection collection, String mode, Runnable asked) {
        ModeCost cost = search.cost(mode);
        List<Outcome> outcomes = new ArrayList<>();
        for (JudgedQuery query : collection.queries()) {
            outcomes.add(outcome(query, collection.relevant(query.id()), mode));
            asked.run();
        }
        return new ModeOutcomes(outcomes, cost);
    }

    private Outcome outcome(JudgedQuery query, Map<String, Integer> relevant, String mode) {
        List<FieldCondition> filters = filterBy.stream().flatMap(field -> query.metadata()
                .getOrDefault(field, List.of()).stream().map(value -> FieldCondition.equal(field, value))).toList();
        // Operators would demand what the judgements do not know of.
        Query asked = new Query(query.text(), mode, DEPTH, filters, false).withReading(Reading.PLAIN)
                .ungrouped();
        if (!isQuestion(asked)) {
            return new Outcome(query, List.of(), List.of(),
                    relevant.isEmpty() ? null : Measures.of(List.of(), relevant),
                    0, false, 0, null);
        }
        Results results = search.search(asked).whole();
        List<String> ids = results.hits().stream().map(hit -> hit.entry().id().value()).toList();
        Measures measures = relevant.isEmpty() ? null : Measures.of(ids, relevant);
        RankingFailure miss = null;
        if (measures != null && measures.hit1() == 0) {
            // Run again with explanations, which must not count in the measured time.
            int k = measures.recall100() > 0 ? DEPTH : Query.MAX_K;
            miss = new FailureAnalyzer(search).of(search.search(new Query(query.text(), mode, k, filters, true)
                    .withReading(Reading.PLAIN).ungrouped()),
                    relevant);
        }
        return new Outcome(query, ids, results.hits().stream().map(Hit::score).toList(), measures,
                results.confidence(), results.confident(), results.tookMillis(), miss);
    }

    /** What people sent to a program may be no question, such as a row of signs: it is one without results. */
    private static boolean isQuestion(Query query) {
        try {
            query.check();
            return true;
        } catch (QueryException e) {
            return false;
        }
    }
}
