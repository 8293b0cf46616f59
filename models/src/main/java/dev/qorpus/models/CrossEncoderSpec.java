package dev.qorpus.models;

import java.util.Set;

import dev.qorpus.models.recipe.GraphSignature;

/**
 * The description of a cross-encoder in ONNX: a model for sequence classification that reads a question together with a
 * passage (Nogueira and Cho 2019, arXiv 1901.04085).
 *
 * @param name in commands and results
 * @param maxTokens the longest pair in tokens, including special tokens
 * @param graph its inputs, and the output with the scores
 * @param labels the number of scores for a pair: one for the log-odds, or two for "no" and "yes"
 * @param source where its files are
 * @param languages that it was trained for, as ISO 639-1 codes; empty if they are not known
 */
public record CrossEncoderSpec(String name, int maxTokens, GraphSignature graph, int labels, ModelSource source,
        Set<String> languages) implements OnnxModel {}
