package dev.qorpus.models;

import java.util.Set;

/**
 * A sentence-transformer in ONNX.
 *
 * @param name the name in commands, manifests and results
 * @param dimension the number of floats in a vector
 * @param pooling how token vectors are combined
 * @param queryPrefix the text before a question, including the blank
 * @param passagePrefix the text before a passage, including the blank
 * @param maxTokens the longest input in tokens, including {@code [CLS]} and {@code [SEP]}
 * @param onnx the graph with its weights
 * @param tokenizer the tokenizer as JSON, in the format of Hugging Face's tokenizers library
 * @param background the distribution of its cosines between unrelated texts
 * @param languages the languages that it was trained for, as ISO 639-1 codes
 */
public record SentenceTransformer(String name, int dimension, Pooling pooling, String queryPrefix,
        String passagePrefix, int maxTokens, ModelFile onnx, ModelFile tokenizer, CosineDistribution background,
        Set<String> languages)
        implements
            ModelSpec {

    @Override
    public String checksum() {
        return onnx.sha256();
    }
}
