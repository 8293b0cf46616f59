package dev.qorpus.search;

import dev.qorpus.models.Embedder;

/**
 * The vectors of the questions that were asked lately: who compares modes, narrows a result or goes back asks the same
 * again. They do not depend on the index, and are kept when it changes.
 */
final class QuestionVectors {

    /** About 8 MB of vectors of 384 dimensions. */
    static final int MOST = 5_000;

    private record Question(String space, String text) {}

    private final Remembered<Question, float[]> known;

    /** @param most questions; 0 to remember none */
    QuestionVectors(int most) {
        known = Remembered.counted(most);
    }

    /**
     * The vector of a question, on its way if it is not known.
     *
     * @param later whether it is made only when somebody asks for it
     * @param model of the space, on its way as well
     */
    Pending<float[]> of(String space, String text, boolean later, Pending<Embedder> model) {
        Question question = new Question(space, text);
        float[] vector = known.get(question);
        return vector == null ? Pending.of(later, () -> embed(question, model.get())) : () -> vector;
    }

    private float[] embed(Question question, Embedder model) {
        float[] vector = model.embedQuery(question.text());
        known.put(question, vector);
        return vector;
    }

    CacheUse use() {
        return known.use();
    }
}
