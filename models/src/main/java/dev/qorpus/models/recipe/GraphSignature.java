package dev.qorpus.models.recipe;

import java.util.List;

/**
 * The inputs that an ONNX graph takes, and the output that is used.
 *
 * @param inputs the inputs
 * @param output the name of the output
 * @param pooled whether the output is one vector for a text, and not one for each token
 */
public record GraphSignature(List<Input> inputs, String output, boolean pooled) {

    /** The graph of BERT as it is usually exported. */
    public static final GraphSignature BERT = new GraphSignature(
            List.of(new Input(InputKind.TOKENS, false), new Input(InputKind.MASK, false),
                    new Input(InputKind.SEGMENTS, false)),
            "last_hidden_state", false);

    /** What an input holds: one integer for each token. */
    public enum InputKind {
        /** The ids of the tokens. */
        TOKENS("input_ids"),
        /** One for each token that counts. */
        MASK("attention_mask"),
        /** Zero for the first sentence, which is the only one here. */
        SEGMENTS("token_type_ids"),
        /** The position of each token, from 0. */
        POSITIONS("position_ids");

        private final String label;

        InputKind(String label) {
            this.label = label;
        }

        /** The name of the input in the graph. */
        public String label() {
            return label;
        }
    }

    /**
     * An input.
     *
     * @param kind what it holds
     * @param narrow whether its integers have 32 bits instead of 64
     */
    public record Input(InputKind kind, boolean narrow) {}
}
