package dev.qorpus.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** The machine's peak rate: products of square float matrices, one per core, by the same runtime. */
final class MatrixRate implements AutoCloseable {

    private static final int SIZE = 768;
    private static final int PRODUCTS = 24;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int threads;
    private final ExecutorService workers;

    MatrixRate(int threads) throws Exception {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        this.session = environment.createSession(graph(), options);
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads);
    }

    /** Billions of floating point operations a second, all cores together. */
    double gigaflops() throws Exception {
        long began = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(workers.submit(() -> {
                FloatBuffer values = ByteBuffer.allocateDirect(SIZE * SIZE * Float.BYTES)
                        .order(ByteOrder.nativeOrder()).asFloatBuffer();
                try (OnnxTensor matrix = OnnxTensor.createTensor(environment, values, new long[]{SIZE, SIZE})) {
                    for (int n = 0; n < PRODUCTS; n++) {
                        session.run(Map.of("a", matrix, "b", matrix)).close();
                    }
                }
                return true;
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
        return 2.0 * SIZE * SIZE * SIZE * PRODUCTS * threads / (System.nanoTime() - began);
    }

    /** A model of one node, c = a b, in ONNX's Protocol Buffers. */
    private static byte[] graph() {
        byte[] node = join(field(1, text("a")), field(1, text("b")), field(2, text("c")), field(4, text("MatMul")));
        byte[] graph = join(field(1, node), field(2, text("product")), field(11, value("a")), field(11, value("b")),
                field(12, value("c")));
        return join(number(1, 8), field(7, graph), field(8, join(field(1, text("")), number(2, 13))));
    }

    /** A matrix of floats: its type, and its two dimensions. */
    private static byte[] value(String name) {
        byte[] side = field(1, number(1, SIZE));
        byte[] type = field(1, join(number(1, 1), field(2, join(side, side))));
        return join(field(1, text(name)), field(2, type));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(int field, long value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] field(int field, byte[] content) {
        return join(varint((field << 3) | 2), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws OrtException {
        workers.shutdownNow();
        session.close();
    }
}
