package dev.qorpus.indexer.corpus.stackexchange;

import java.util.Arrays;

/**
 * Which answer each question of a dump has: the accepted one, or else the one with the highest score, the earlier
 * of equals. Questions and answers come in any order; ids are positive. Kept in arrays of numbers, about 100 bytes
 * a question, since a dump has millions.
 */
final class BestAnswers {

    private static final long NONE = 0;
    private static final long NOWHERE = -1;
    private static final int SMALLEST = 1 << 10;

    /** Ids of questions, hashed with open addressing; the other arrays are parallel to it. */
    private long[] questions = new long[SMALLEST];
    private long[] accepted = new long[SMALLEST];
    private long[] best = new long[SMALLEST];
    private long[] bestScores = new long[SMALLEST];
    private long[] acceptedPlaces = new long[0];
    private long[] bestPlaces = new long[0];
    private int size;

    /** A question, and the answer that its author accepted, or 0. */
    void question(long id, long acceptedAnswer) {
        // Adding may replace the arrays, so it comes before one is named.
        int slot = added(id);
        accepted[slot] = acceptedAnswer;
    }

    void answer(long id, long question, long score) {
        int slot = added(question);
        if (best[slot] == NONE || score > bestScores[slot]) {
            best[slot] = id;
            bestScores[slot] = score;
        }
    }

    /** All questions and answers are known; places of texts follow. */
    void complete() {
        acceptedPlaces = new long[questions.length];
        bestPlaces = new long[questions.length];
        Arrays.fill(acceptedPlaces, NOWHERE);
        Arrays.fill(bestPlaces, NOWHERE);
    }

    /** Whether an answer may be the one of its question. */
    boolean isWanted(long id, long question) {
        int slot = slot(questions, question);
        return questions[slot] == question && (best[slot] == id || accepted[slot] == id);
    }

    /** The text of a wanted answer is kept at a place, which is not negative. */
    void keptAt(long place, long id, long question) {
        int slot = slot(questions, question);
        if (accepted[slot] == id) {
            acceptedPlaces[slot] = place;
        }
        if (best[slot] == id) {
            bestPlaces[slot] = place;
        }
    }

    /** Where the text of a question's answer is kept; negative if it has none. */
    long place(long question) {
        int slot = slot(questions, question);
        if (questions[slot] != question) {
            return NOWHERE;
        }
        // An accepted answer may have been deleted since.
        return acceptedPlaces[slot] == NOWHERE ? bestPlaces[slot] : acceptedPlaces[slot];
    }

    private int added(long question) {
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
