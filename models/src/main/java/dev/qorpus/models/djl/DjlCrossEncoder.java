package dev.qorpus.models.djl;

import dev.qorpus.models.CrossEncoder;
import dev.qorpus.models.CrossEncoderSpec;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.store.ModelStore;

/**
 * Reads pairs with a cross-encoder in ONNX through DJL. Its session has one thread, so several pairs can be read at a time.
 *
 * @param spec the model
 * @param model the same in memory
 */
record DjlCrossEncoder(CrossEncoderSpec spec, LoadedModel<Double> model) implements CrossEncoder {

    /**
     * Loads a model, and reads one pair: what is wrong with the graph is then reported at once.
     *
     * @throws ModelException if the model cannot be loaded or run
     */
    static DjlCrossEncoder open(CrossEncoderSpec spec, ModelStore store) {
        DjlCrossEncoder encoder = new DjlCrossEncoder(spec,
                LoadedModel.load(spec, store, new ScoreTranslator(spec)));
        try {
            encoder.score("question", "answer");
            return encoder;
        } catch (ModelException e) {
            encoder.close();
            throw e;
        }
    }

    @Override
    public double score(String question, String passage) {
        return model.run(model.tokenizer().pair(question, passage));
    }

    @Override
    public void close() {
        model.close();
    }
}
