package dev.qorpus.models.djl;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

import dev.qorpus.models.CrossEncoderSpec;

/**
 * Turns the tokens of a question and a passage into one score. A model with two scores, for "no" and "yes", has their
 * difference as its log-odds.
 *
 * @param spec the model
 * @param tensors of its graph
 */
record ScoreTranslator(CrossEncoderSpec spec,
        GraphTensors tensors) implements NoBatchifyTranslator<List<TokenizedText>, List<Double>> {

    ScoreTranslator(CrossEncoderSpec spec) {
        this(spec, new GraphTensors(spec));
    }

    @Override
    public NDList processInput(TranslatorContext context, List<TokenizedText> pairs) {
        return tensors.inputs(context.getNDManager(), pairs);
    }

    @Override
    public List<Double> processOutput(TranslatorContext context, NDList outputs) {
        NDArray output = tensors.output(outputs);
        if (output.getShape().size() != spec.labels()) {
            throw tensors.failure("the graph gives " + Arrays.toString(output.getShape().getShape())
                    + " numbers for a pair of texts; a reranker gives " + spec.labels()
                    + "; export it for text-classification, or name another model");
        }
        FloatBuffer values = output.toByteBuffer().asFloatBuffer();
        double score = spec.labels() == 1 ? values.get(0) : (double) values.get(1) - values.get(0);
        if (!Double.isFinite(score)) {
            throw tensors.failure("a score is not a finite number; use a variant of the model with 32-bit weights");
        }
        return List.of(score);
    }
}
