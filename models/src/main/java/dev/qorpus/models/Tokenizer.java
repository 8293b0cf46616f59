package dev.qorpus.models;

import java.util.List;

/** Splits texts into the words or word pieces that a model has vectors for. Thread-safe. */
public interface Tokenizer extends AutoCloseable {

    /** The word ids of each text, in order. Words without a vector are left out. */
    List<int[]> words(List<String> texts);

    /** Whether a word has an id of its own. */
    boolean hasWord(String word);

    @Override
    void close();
}
