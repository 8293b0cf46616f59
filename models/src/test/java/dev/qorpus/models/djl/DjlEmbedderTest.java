package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelLoader;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.vectors.TokenAxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Vectors equal those of ONNX Runtime outside of DJL and Java; see {@code reference/make-reference.mjs}. */
class DjlEmbedderTest {

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "bge", "e5", "bge-zh"})
    void vectorsEqualTheReference(String model) {
        JsonNode sentences = read("sentences.json");
        JsonNode reference = read(model + ".json").get("vectors");
        assertThat(sentences.size()).isEqualTo(20).isEqualTo(reference.size());
        try (Embedder embedder = DjlModels.open(Models.spec(model), 2)) {
            for (int i = 0; i < sentences.size(); i++) {
                String text = sentences.get(i).get("text").asString();
                boolean query = sentences.get(i).get("role").asString().equals("query");
                float[] vector = query ? embedder.embedQuery(text) : embedder.embedPassages(List.of(text))[0];
                assertThat(vector).hasSize(embedder.spec().dimension());
                for (int d = 0; d < vector.length; d++) {
                    assertThat(vector[d]).as("%s, text %d, component %d", model, i, d)
                            .isCloseTo((float) reference.get(i).get(d).asDouble(), within(1e-5f));
                }
            }
        }
    }

    /** Quantised weights against the reference of their own fp32 model: FACTS.md measured 0.991 and 0.997. */
    @ParameterizedTest
    @ValueSource(strings = {"minilm-q", "bge-q", "e5-q", "bge-zh-q"})
    void quantisedVectorsStayNearTheReference(String model) {
        JsonNode sentences = read("sentences.json");
        JsonNode reference = read(model.replace("-q", "") + ".json").get("vectors");
        try (Embedder embedder = DjlModels.open(Models.spec(model), 2)) {
            for (int i = 10; i < 16; i++) {
                float[] vector = embedder.embedPassages(List.of(sentences.get(i).get("text").asString()))[0];
                double cosine = 0;
                for (int d = 0; d < vector.length; d++) {
                    cosine += vector[d] * reference.get(i).get(d).asDouble();
                }
                assertThat(cosine).as("%s, text %d", model, i).isGreaterThan(0.95);
            }
        }
    }

    @Test
    void tokensAreCountedBeyondTheLongestInput() {
        try (Embedder embedder = DjlModels.open(Models.spec("minilm"), 1)) {
            for (int words : new int[]{0, 10, 254, 255, 256, 600, 5_000}) {
                assertThat(embedder.tokens("cat ".repeat(words))).isEqualTo(words + 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "bge", "e5"})
    void commonWordsAreOnePiece(String model) {
        try (Embedder embedder = DjlModels.open(Models.spec(model), 1)) {
            assertThat(List.of("slot", "attention", "Attention")).allMatch(embedder::hasWord);
            assertThat(List.of("atention", "longcontext", "two words", "", "\uD83D\uDE00"))
                    .noneMatch(embedder::hasWord);
        }
    }

    @Test
    void theChineseModelReadsNamesInSmallLetters() {
        try (Embedder embedder = DjlModels.open(Models.spec("bge-zh"), 1)) {
            assertThat(embedder.embedQuery("什么是 IPHONE？")).containsExactly(embedder.embedQuery("什么是 iphone？"));
            assertThat(List.of("iphone", "iPhone", "猫")).allMatch(embedder::hasWord);
            assertThat(embedder.hasWord("注意力")).as("more than one piece").isFalse();
        }
    }

    @Test
    void theTokenizerAloneKnowsThem() {
        ModelLoader loader = new DjlLoader(1);
        Models models = new Models(new ModelLoader() {
            @Override
            public Embedder open(ModelSpec spec) {
                throw new AssertionError("the model is not needed");
            }

            @Override
            public Tokenizer tokenizer(SentenceTransformer spec) {
                return loader.tokenizer(spec);
            }

            @Override
            public ModelSpec directory(String location) {
                return loader.directory(location);
            }

            @Override
            public Optional<TokenAxes> axes(ModelSpec spec) {
                return loader.axes(spec);
            }

            @Override
            public Optional<TokenAxes> learnAxes(ModelSpec spec) {
                return loader.learnAxes(spec);
            }
        });
        try (models) {
            assertThat(models.hasWord("minilm", "attention")).isTrue();
            assertThat(models.hasWord("minilm", "atention")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "minilm-q"})
    void aVectorDoesNotDependOnItsNeighbours(String model) {
        List<String> texts = new ArrayList<>();
        read("sentences.json").forEach(sentence -> texts.add(sentence.get("text").asString()));
        try (Embedder embedder = DjlModels.open(Models.spec(model), 2)) {
            List<String> shuffled = new ArrayList<>(texts);
            Collections.shuffle(shuffled, new Random(7));
            float[][] together = embedder.embedPassages(shuffled);
            for (String text : texts) {
                assertThat(together[shuffled.indexOf(text)]).as(text)
                        .containsExactly(embedder.embedPassages(List.of(text))[0]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "minilm-q"})
    void questionsThatArriveTogetherHaveTheirOwnVectors(String model) throws Exception {
        List<String> texts = new ArrayList<>();
        read("sentences.json").forEach(sentence -> texts.add(sentence.get("text").asString()));
        try (Embedder embedder = DjlModels.open(Models.spec(model), 1);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<float[]>> asked = texts.stream().map(text -> threads.submit(() -> embedder.embedQuery(text)))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(asked.get(i).get()).as(texts.get(i)).containsExactly(embedder.embedQuery(texts.get(i)));
            }
        }
    }

    @Test
    void emptyAndHostileTextsHaveUnitVectors() {
        try (Embedder embedder = DjlModels.open(Models.spec("minilm"), 2)) {
            List<String> texts = List.of("", " ", "\u0000", "\uD800", "[SEP] [MASK]", "x".repeat(100_000));
            for (float[] vector : embedder.embedPassages(texts)) {
                assertThat(Math.sqrt(Arrays.stream(toDoubles(vector)).map(v -> v * v).sum())).isCloseTo(1,
                        within(1e-6));
            }
            assertThat(embedder.embedPassages(List.of())).isEmpty();
        }
    }

    private static double[] toDoubles(float[] vector) {
        double[] doubles = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            doubles[i] = vector[i];
        }
        return doubles;
    }

    private static JsonNode read(String name) {
        try (InputStream in = DjlEmbedderTest.class.getResourceAsStream("reference/" + name)) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
