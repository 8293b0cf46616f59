package dev.qorpus.bench.confidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.Hit;

/**
 * The hits of one collection's answerable questions in one mode.
 *
 * @param questions their hits, best first
 * @param relevant how many relevant entries there are, of each question at most as many as hits are looked at
 */
record JudgedHits(List<List<JudgedHit>> questions, int relevant) {

    private static final int HITS = 30;
    /** Questions of a collection: more of one kind tell little. */
    private static final int MOST_QUESTIONS = 500;

    /** A hit's share, and whether it is relevant. */
    record JudgedHit(double share, boolean relevant) {}

    /** The hits at or above a share, before the first one below it. */
    record Kept(int questions, int hits, int right, int relevant) {

        /** The share of relevant hits among those that are kept; 1 if none is. */
        double precision() {
            return hits == 0 ? 1 : (double) right / hits;
        }

        /** The share of relevant entries that are kept. */
        double recall() {
            return (double) right / Math.max(1, relevant);
        }

        double perQuestion() {
            return (double) hits / Math.max(1, questions);
        }
    }

    static JudgedHits of(JudgedCollection judged, Search search, String mode) {
        List<JudgedQuery> queries = judged.answerable();
        int step = Math.max(1, (queries.size() + MOST_QUESTIONS - 1) / MOST_QUESTIONS);
        List<List<JudgedHit>> questions = new ArrayList<>();
        int relevant = 0;
        for (int i = 0; i < queries.size(); i += step) {
            JudgedQuery query = queries.get(i);
            Map<String, Integer> grades = judged.relevant(query.id());
            List<Hit> hits = search.search(new Query(query.text(), mode, HITS, List.of(), false).ungrouped()).hits();
            questions.add(hits.stream().map(hit -> new JudgedHit(hit.answer().share(),
                    grades.containsKey(hit.entry().id().value()))).toList());
            relevant += Math.min(HITS, grades.size());
        }
        return new JudgedHits(questions, relevant);
    }

    Kept above(double share) {
        int hits = 0;
        int right = 0;
        for (List<JudgedHit> question : questions) {
            for (JudgedHit hit : question) {
                if (hit.share < share) {
                    break;
                }
                hits++;
                right += hit.relevant ? 1 : 0;
            }
        }
        return new Kept(questions.size(), hits, right, relevant);
    }
}
