package dev.qorpus.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelSource;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.djl.DjlModels;

/** Bulk embedding of passages of 20 to 250 tokens. */
record EmbeddingSuite(Rounds rounds, RandomTexts texts, int count) implements Suite {

    /** About four words of English are five tokens. */
    private static final int FEWEST_WORDS = 15;
    private static final int MOST_WORDS = 190;
    /** As questions and headings have. */
    private static final int FEWEST_SHORT = 6;
    private static final int MOST_SHORT = 30;
    private static final int LAYERS = 6;
    private static final double WIDTH = 384;

    @Override
    public List<Row> run() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        List<String> passages = texts.between(FEWEST_WORDS, MOST_WORDS, count);
        List<String> questions = texts.between(FEWEST_SHORT, MOST_SHORT, count);
        SentenceTransformer spec = (SentenceTransformer) Models.spec("minilm");
        try (Embedder ours = DjlModels.open(spec, cores);
                Embedder small = DjlModels.open(Models.spec("minilm-q"), cores);
                OnnxDirect direct = direct(spec, cores);
                MatrixRate matrices = new MatrixRate(cores)) {
            EmbeddingModel langchain = new AllMiniLmL6V2EmbeddingModel();
            List<TextSegment> segments = passages.stream().map(TextSegment::from).toList();
            List<TextSegment> asked = questions.stream().map(TextSegment::from).toList();
            double operations = passages.stream().mapToDouble(text -> operations(ours.tokens(text))).sum();
            Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
            contestants.put("ours", () -> rate(() -> ours.embedPassages(passages)));
            contestants.put("int8", () -> rate(() -> small.embedPassages(passages)));
            contestants.put("langchain4j", () -> rate(() -> langchain.embedAll(segments)));
            contestants.put("onnx", () -> rate(() -> direct.embed(passages)));
            contestants.put("ours short", () -> rate(() -> ours.embedPassages(questions)));
            contestants.put("langchain4j short", () -> rate(() -> langchain.embedAll(asked)));
            contestants.put("onnx short", () -> rate(() -> direct.embed(questions)));
            contestants.put("matrices", matrices::gigaflops);
            return rows(rounds.inTurn(contestants), operations / count);
        }
    }

    private static List<Row> rows(Map<String, Double> found, double operationsEach) {
        List<Row> rows = new ArrayList<>();
        double ours = found.getOrDefault("ours", 0.0);
        rows.add(Row.atLeast(1.3, "bulk embedding, minilm fp32", ours, "texts/s", "LangChain4j",
                found.getOrDefault("langchain4j", 0.0)));
        rows.add(Row.atLeast(0.97, "the same", ours, "texts/s", "ONNX Runtime directly",
                found.getOrDefault("onnx", 0.0)));
        rows.add(Row.atLeast(0.85, "the same", ours * operationsEach / 1e9, "GFLOP/s", "sgemm",
                found.getOrDefault("matrices", 0.0)));
        double shorter = found.getOrDefault("ours short", 0.0);
        rows.add(Row.atLeast(1.3, "texts of 6 to 30 words", shorter, "texts/s", "LangChain4j",
                found.getOrDefault("langchain4j short", 0.0)));
        rows.add(Row.atLeast(0.97, "the same", shorter, "texts/s", "ONNX Runtime directly",
                found.getOrDefault("onnx short", 0.0)));
        rows.add(Row.atLeast(2.4, "bulk embedding, int8", found.getOrDefault("int8", 0.0), "texts/s", "fp32", ours));
        return rows;
    }

    /** Multiplications and additions of one text: projections and feed-forward of each token, then attention. */
    private static double operations(int tokens) {
        double each = 2 * (4 * WIDTH * WIDTH + 2 * WIDTH * 4 * WIDTH);
        return LAYERS * (tokens * each + 2 * 2.0 * tokens * tokens * WIDTH);
    }

    /** Work that is timed. */
    private interface Work {
        Object run() throws Exception;
    }

    private double rate(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private static OnnxDirect direct(SentenceTransformer spec, int cores) throws Exception {
        Path tokenizer = Files.createTempFile("tokenizer", ".json");
        tokenizer.toFile().deleteOnExit();
        ModelSource.Packed packed = (ModelSource.Packed) spec.source();
        Files.write(tokenizer, resource(packed.tokenizer().resource()));
        return new OnnxDirect(resource(packed.onnx().resource()), tokenizer, cores);
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = EmbeddingSuite.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
