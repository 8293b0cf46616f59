package dev.qorpus.bench;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * ONNX Runtime through its own API, used in the fastest known way: texts sorted by length, one per run, one thread
 * per core.
 */
final class OnnxDirect implements AutoCloseable {

    private static final int LONGEST = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;
    private final int threads;
    private final ExecutorService workers;

    OnnxDirect(byte[] model, Path tokenizer, int threads) throws Exception {
        this.tokenizer = HuggingFaceTokenizer.newInstance(tokenizer, Map.of("padding", "false", "truncation", "true",
                "maxLength", Integer.toString(LONGEST), "modelMaxLength", Integer.toString(LONGEST)));
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        this.session = environment.createSession(model, options);
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads);
    }

    /** Mean-pooled unit vectors. */
    float[][] embed(List<String> texts) throws Exception {
        long[][] ids = Arrays.stream(tokenizer.batchEncode(texts)).map(Encoding::getIds).toArray(long[][]::new);
        int[] order = IntStream.range(0, ids.length).boxed().sorted(Comparator.comparingInt(i -> -ids[i].length))
                .mapToInt(Integer::intValue).toArray();
        float[][] vectors = new float[ids.length][];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(workers.submit(() -> {
                for (int turn = next.getAndIncrement(); turn < order.length; turn = next.getAndIncrement()) {
                    vectors[order[turn]] = run(ids[order[turn]]);
                }
                return true;
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
        return vectors;
    }

    private float[] run(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = session
                        .run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        }
    }

    private static float[] pooled(FloatBuffer values, int tokens) {
        float[] sum = new float[values.remaining() / tokens];
        for (int i = 0; i < values.remaining(); i++) {
            sum[i % sum.length] += values.get(i);
        }
        double length = 0;
        for (float value : sum) {
            length += value * value;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) Math.sqrt(length);
        }
        return sum;
    }

    @Override
    public void close() throws OrtException {
        workers.shutdownNow();
        session.close();
        tokenizer.close();
    }
}
