package dev.qorpus.models;

import java.util.List;

/** Cuts texts into the words, or pieces of words, that a model has vectors of. Thread-safe. */
public interface Tokenizer extends AutoCloseable {

    /** For each text the numbers of its words, in order; words without a vector are left out. */
    List<int[]> words(List<String> texts);

    /** Whether a word is known as a whole. */
    boolean hasWord(String word);

    @Override
    void close();
}
