package dev.qorpus.models;

import java.nio.file.Path;

/** Where the files of a sentence-transformer are. */
public sealed interface ModelSource {

    /** The checksum of the weights, and of everything else that changes vectors. */
    String checksum();

    /**
     * A model on the class path.
     *
     * @param onnx the graph with its weights
     * @param tokenizer the tokenizer as JSON, in the format of Hugging Face's tokenizers library
     */
    record Packed(ModelFile onnx, ModelFile tokenizer) implements ModelSource {

        @Override
        public String checksum() {
            return onnx.sha256();
        }
    }

    /**
     * A model in a directory.
     *
     * @param location the name for {@code --model}: an absolute path, and the number of dimensions if they are truncated
     * @param onnx the graph; its weights may be in files beside it
     * @param tokenizer the tokenizer as JSON
     * @param checksum SHA-256 of all files that matter
     */
    record Directory(String location, Path onnx, Path tokenizer, String checksum) implements ModelSource {}
}
