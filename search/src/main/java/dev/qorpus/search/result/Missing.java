package dev.qorpus.search.result;

import java.util.List;

/**
 * What the first hit lacks of the words of a question.
 *
 * @param words those that the index has nowhere, and numbers, as they are typed; the first few
 * @param share of all missing words, each weighing its inverse document frequency, from 0 to 1
 */
public record Missing(List<String> words, double share) {}
