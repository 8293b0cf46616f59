package dev.qorpus.indexer.corpus.stackexchange;

import java.util.Arrays;

/**
 * Chooses the answer of each question in a dump: the accepted answer, or else the answer with the highest score. Of equal
 * scores the earlier answer wins. Questions and answers come in any order, and ids are positive. Arrays of numbers keep
 * this at about 100 bytes for each question, because a dump has millions.
 */
final class BestAnswers {

    private static final long NONE = 0;
    private static final long NOWHERE = -1;
    private static final int SMALLEST = 1 << 10;

    /** The ids of the questions, hashed with open addressing. The other arrays are parallel to it. */
    private long[] questions = new long[SMALLEST];
    private long[] accepted = new long[SMALLEST];
    private long[] best = new long[SMALLEST];
    private long[] bestScores = new long[SMALLEST];
    private long[] acceptedPlaces = new long[0];
    private long[] bestPlaces = new long[0];
    private int size;

    /** Adds a question with the id of its accepted answer, or 0. */
    void question(long id, long acceptedAnswer) {
        // Adding a question may replace the arrays, so it comes first.
        int slot = slotOf(id);
        accepted[slot] = acceptedAnswer;
    }

    /** Adds an answer. */
    void answer(long id, long question, long score) {
        int slot = slotOf(question);
        if (best[slot] == NONE || score > bestScores[slot]) {
            best[slot] = id;
            bestScores[slot] = score;
        }
    }

    /** Ends the adding of questions and answers. Places of texts follow. */
    void complete() {
        acceptedPlaces = new long[questions.length];
        bestPlaces = new long[questions.length];
        Arrays.fill(acceptedPlaces, NOWHERE);
        Arrays.fill(bestPlaces, NOWHERE);
    }

    /** Whether an answer may be chosen. */
    boolean isWanted(long id, long question) {
        int slot = slot(questions, question);
        return questions[slot] == question && (best[slot] == id || accepted[slot] == id);
    }

    /** Sets the place of the text of an answer. A place is not negative. */
    void place(long place, long id, long question) {
        int slot = slot(questions, question);
        if (accepted[slot] == id) {
            acceptedPlaces[slot] = place;
        }
        if (best[slot] == id) {
            bestPlaces[slot] = place;
        }
    }

    /** The place of the text of a question's answer; negative if the question has no answer. */
    long place(long question) {
        int slot = slot(questions, question);
        if (questions[slot] != question) {
            return NOWHERE;
        }
        // The accepted answer may have been deleted.
        return acceptedPlaces[slot] == NOWHERE ? bestPlaces[slot] : acceptedPlaces[slot];
    }

    private int slotOf(long question) {
        if (size > questions.length / 2) {
            grow();
        }
        int slot = slot(questions, question);
        if (questions[slot] == NONE) {
            questions[slot] = question;
            size++;
        }
        return slot;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = Long.hashCode(key * 0x9E3779B97F4A7C15L) & mask;
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] keys = new long[questions.length * 2];
        long[] newAccepted = new long[keys.length];
        long[] newBest = new long[keys.length];
        long[] newScores = new long[keys.length];
        for (int i = 0; i < questions.length; i++) {
            if (questions[i] != NONE) {
                int slot = slot(keys, questions[i]);
                keys[slot] = questions[i];
                newAccepted[slot] = accepted[i];
                newBest[slot] = best[i];
                newScores[slot] = bestScores[i];
            }
        }
        questions = keys;
        accepted = newAccepted;
        best = newBest;
        bestScores = newScores;
    }
}
