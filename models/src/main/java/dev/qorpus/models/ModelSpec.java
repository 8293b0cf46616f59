package dev.qorpus.models;

/**
 * A sentence-transformer: what must be known of it to get the vectors its authors meant.
 *
 * @param name the name in commands, manifests and results
 * @param dimension length of its vectors
 * @param pooling how token vectors become one
 * @param queryPrefix put before a question, blank included
 * @param passagePrefix put before a passage, blank included
 * @param maxTokens longest input in tokens, {@code [CLS]} and {@code [SEP]} counted
 * @param onnx the graph with its weights
 * @param tokenizer the tokenizer's JSON, as Hugging Face's tokenizers library writes it
 */
public record ModelSpec(String name, int dimension, Pooling pooling, String queryPrefix, String passagePrefix,
        int maxTokens, ModelFile onnx, ModelFile tokenizer) {

    /** Identifies the weights: vectors of two models with different checksums must not be compared. */
    public String checksum() {
        return onnx.sha256();
    }
}
