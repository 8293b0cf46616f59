package dev.qorpus.indexer.corpus.stackexchange;

import java.util.Arrays;

/**
 * The place of the last answer to each question of a dump. Ids are positive, and places are not negative. Two arrays of
 * numbers keep this at 32 to 64 bytes for each question, because a dump has millions.
 */
final class LastAnswers {

    /** The place if a question has no answer. */
    static final long NOWHERE = -1;

    private static final long NONE = 0;
    private static final int SMALLEST = 1 << 10;

    /** The ids of the questions, hashed with open addressing. */
    private long[] questions = new long[SMALLEST];
    private long[] places = new long[SMALLEST];
    private int size;

    /** The place of the last answer to a question; {@link #NOWHERE} if it has none. */
    long place(long question) {
        int slot = slot(questions, question);
        return questions[slot] == question ? places[slot] : NOWHERE;
    }

    /** Sets the place of the last answer to a question. */
    void put(long question, long place) {
        if (size > questions.length / 2) {
            grow();
        }
        int slot = slot(questions, question);
        if (questions[slot] == NONE) {
            questions[slot] = question;
            size++;
        }
        places[slot] = place;
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
        long[] oldQuestions = questions;
        long[] oldPlaces = places;
        questions = new long[oldQuestions.length * 2];
        places = Arrays.copyOf(new long[0], questions.length);
        for (int i = 0; i < oldQuestions.length; i++) {
            if (oldQuestions[i] != NONE) {
                int slot = slot(questions, oldQuestions[i]);
                questions[slot] = oldQuestions[i];
                places[slot] = oldPlaces[i];
            }
        }
    }
}
