package dev.qorpus.search.evaluate;

import java.util.Map;

/**
 * The figures of an evaluation that was kept, as far as another one can be compared with it.
 *
 * @param collection its name
 * @param questions the texts of the measured questions, by id
 * @param modes by name
 */
public record EvaluationRun(String collection, Map<String, String> questions, Map<String, ModeRun> modes) {

    /**
     * What one mode made of the collection.
     *
     * @param figures by name, such as {@code ndcg@10}
     * @param outcomes by the id of the question
     */
    public record ModeRun(Map<String, Double> figures, Map<String, QuestionRun> outcomes) {}

    /**
     * What one mode made of one question.
     *
     * @param rank of the first relevant entry; 0 if it is not listed
     */
    public record QuestionRun(double ndcg10, int rank) {}
}
