package dev.qorpus.models;

/**
 * A sentence-transformer in ONNX.
 *
 * @param name the name in commands, manifests and results
 * @param dimension length of its vectors
 * @param pooling how token vectors become one
 * @param queryPrefix put before a question, blank included
 * @param passagePrefix put before a passage, blank included
 * @param maxTokens longest input in tokens, {@code [CLS]} and {@code [SEP]} counted
 * @param onnx the graph with its weights
 * @param tokenizer the tokenizer's JSON, as Hugging Face's tokenizers library writes it
 * @param background how its cosines are spread
 */
public record SentenceTransformer(String name, int dimension, Pooling pooling, String queryPrefix,
        String passagePrefix, int maxTokens, ModelFile onnx, ModelFile tokenizer, CosineDistribution background)
        implements
            ModelSpec {

    @Override
    public String checksum() {
        return onnx.sha256();
    }
}
