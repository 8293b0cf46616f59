package dev.qorpus.models.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes small models into a folder: four words, and vectors of four numbers. */
record ModelFolder(Path path) {

    /** The words of the tokenizers. Their ids begin at 3, behind unknown, start and end. */
    static final String[] WORDS = {"red", "green", "blue", "light"};
    static final int UNKNOWN = 0;
    static final int START = 1;
    static final int END = 2;

    /** The vector of each token. */
    static final float[][] TABLE = {{9, 9, 9, 9}, {1, -2, 0.5f, 0}, {0, 0.25f, -1, 2}, {1, 0, 0, 0.5f},
            {0, 1, 0, -0.5f}, {0, 0, 1, 0.25f}, {-1, 1, 2, 0}};

    private static final String AROUND = """
            "post_processor": {"type": "TemplateProcessing",
              "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                         {"SpecialToken": {"id": "</s>", "type_id": 0}}],
              "pair": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                       {"SpecialToken": {"id": "</s>", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                       {"SpecialToken": {"id": "</s>", "type_id": 1}}],
              "special_tokens": {"<s>": {"id": "<s>", "ids": [1], "tokens": ["<s>"]},
                                 "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}},
            """;
    private static final String ADDED = """
            "version": "1.0", "truncation": null, "padding": null,
            "added_tokens": [
              {"id": 0, "content": "<unk>", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
              {"id": 1, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
              {"id": 2, "content": "</s>", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true}],
            """;

    static ModelFolder in(Path parent, String name) throws IOException {
        return new ModelFolder(Files.createDirectories(parent.resolve(name)));
    }

    /** A file of the shipped models. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelFolder.class.getClassLoader().getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    ModelFolder write(String file, String content) throws IOException {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    ModelFolder write(String file, byte[] content) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, content);
        return this;
    }

    /** A tokenizer like WordPiece: words are split at blanks, and their continuations begin with {@code ##}. */
    ModelFolder wordPiece() throws IOException {
        return write("tokenizer.json", "{" + ADDED + """
                "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "decoder": null,
                """ + AROUND + """
                "model": {"type": "WordPiece", "unk_token": "<unk>", "continuing_subword_prefix": "##",
                  "max_input_chars_per_word": 100, "vocab": {"<unk>": 0, "<s>": 1, "</s>": 2,
                  "red": 3, "green": 4, "blue": 5, "##light": 6}}}
                """);
    }

    /** A tokenizer of SentencePiece's kind: pieces with log probabilities, and a sign for the blank. */
    ModelFolder unigram() throws IOException {
        return write("tokenizer.json", "{" + ADDED + """
                "normalizer": null,
                "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true},
                "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true},
                """ + AROUND + """
                "model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0.0], ["<s>", 0.0], ["</s>", 0.0],
                  ["▁red", -2.0], ["▁green", -2.5], ["▁blue", -3.0], ["light", -3.5]], "byte_fallback": false}}
                """);
    }

    /** A byte-level tokenizer like GPT's: the blank before a word belongs to it. */
    ModelFolder bytePairs() throws IOException {
        return write("tokenizer.json", "{" + ADDED
                + """
                        "normalizer": null,
                        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
                        "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
                        """
                + AROUND
                + """
                        "model": {"type": "BPE", "dropout": null, "unk_token": "<unk>", "continuing_subword_prefix": null,
                          "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false,
                          "vocab": {"<unk>": 0, "<s>": 1, "</s>": 2, "Ġred": 3, "Ġgreen": 4, "Ġblue": 5, "light": 6,
                            "Ġ": 7, "r": 8, "e": 9, "d": 10, "Ġr": 11, "Ġre": 12},
                          "merges": ["Ġ r", "Ġr e", "Ġre d"]}}
                        """);
    }

    /** The modules of a sentence-transformer, by their class names. */
    ModelFolder modules(String... types) throws IOException {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < types.length; i++) {
            list.append(i == 0 ? "" : ",").append("{\"idx\": ").append(i).append(", \"name\": \"").append(i)
                    .append("\", \"path\": \"").append(i == 0 ? "" : i + "_" + types[i])
                    .append("\", \"type\": \"sentence_transformers.models.").append(types[i]).append("\"}");
        }
        return write("modules.json", list.append("]").toString());
    }

    ModelFolder pooling(String... modes) throws IOException {
        StringBuilder config = new StringBuilder("{\"word_embedding_dimension\": 4");
        for (String mode : modes) {
            config.append(", \"pooling_mode_").append(mode).append("\": true");
        }
        return write("1_Pooling/config.json", config.append("}").toString());
    }

    /** A file of tensors; the data of each is little-endian floats. */
    ModelFolder safetensors(String file, Object... namesAndRows) throws IOException {
        StringBuilder header = new StringBuilder("{\"__metadata__\": {\"format\": \"pt\"}");
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndRows.length; i += 2) {
            float[][] rows = (float[][]) namesAndRows[i + 1];
            byte[] raw = TinyGraph.raw(rows);
            String shape = rows.length == 1 ? "" + rows[0].length : rows.length + ", " + rows[0].length;
            header.append(", \"").append(namesAndRows[i]).append("\": {\"dtype\": \"F32\", \"shape\": [").append(shape)
                    .append("], \"data_offsets\": [").append(data.size()).append(", ")
                    .append(data.size() + raw.length).append("]}");
            data.writeBytes(raw);
        }
        byte[] json = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES + json.length + data.size()).order(ByteOrder.LITTLE_ENDIAN);
        return write(file, all.putLong(json.length).put(json).put(data.toByteArray()).array());
    }

    /**
     * A whole cross-encoder. A pair scores as much as the best word of the passage: red 3, green 1.5, blue -0.5, and any
     * other -4.
     */
    static ModelFolder crossEncoder(Path parent, String name) throws IOException {
        float[][] words = {{-4}, {-9}, {-9}, {3}, {1.5f}, {-0.5f}, {-4}};
        return in(parent, name).wordPiece()
                .write("config.json", "{\"id2label\": {\"0\": \"LABEL_0\"}, \"max_position_embeddings\": 64}")
                .write("onnx/model.onnx", new TinyGraph(1).gather("input_ids", words)
                        .gather("token_type_ids", new float[][]{{-50}, {0}}).input("attention_mask")
                        .pooledBytes("logits"));
    }

    /** A whole model: mean of the token vectors. */
    static ModelFolder whole(Path parent, String name) throws IOException {
        return in(parent, name).wordPiece().modules("Transformer", "Pooling", "Normalize").pooling("mean_tokens")
                .write("config.json", "{\"hidden_size\": 4, \"max_position_embeddings\": 32}")
                .write("onnx/model.onnx", new TinyGraph(4).gather("input_ids", TABLE).input("attention_mask")
                        .input("token_type_ids").bytes("last_hidden_state"));
    }
}
