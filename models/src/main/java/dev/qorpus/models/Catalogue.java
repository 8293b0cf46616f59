package dev.qorpus.models;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.qorpus.models.recipe.GraphSignature;
import dev.qorpus.models.recipe.Pooling;
import dev.qorpus.models.recipe.TransformerRecipe;

/**
 * The models that ship with Qorpus. Each comes from a jar on Maven Central that holds one graph and its tokenizer. The
 * checksums are those of the versions pinned in the build.
 */
final class Catalogue {

    private static final Set<String> ENGLISH = Set.of("en");

    private static final Set<String> CHINESE = Set.of("zh");

    private static final String BGE_QUERY = "Represent this sentence for searching relevant passages: ";
    private static final String BGE_ZH_QUERY = "为这个句子生成表示以用于检索相关文章：";

    private static final ModelFile MINILM_TOKENIZER = new ModelFile("all-minilm-l6-v2-tokenizer.json", 711_661,
            0xc3f77764L, "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0");
    private static final ModelFile BERT_TOKENIZER = new ModelFile("bge-small-en-v1.5-tokenizer.json", 711_396,
            0xfec4e1bcL, "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66");

    private static final ModelFile CHINESE_TOKENIZER = new ModelFile("bge-small-zh-v1.5-tokenizer.json", 439_125,
            0x0d2a262dL, "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26");

    private static final CosineDistribution BGE_BACKGROUND = new CosineDistribution(0.51, 0.055);
    private static final CosineDistribution E5_BACKGROUND = new CosineDistribution(0.77, 0.024);
    private static final CosineDistribution WORDS_BACKGROUND = new CosineDistribution(0.39, 0.11);

    private static final SentenceTransformer MINILM = transformer("minilm", 384, Pooling.MEAN, "", "", 256,
            new ModelFile("all-minilm-l6-v2.onnx", 90_387_606, 0xd89d07a7L,
                    "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e"),
            MINILM_TOKENIZER, CosineDistribution.STANDARD, ENGLISH);

    static final List<ModelSpec> MODELS = List.of(MINILM,
            transformer("minilm-q", 384, Pooling.MEAN, "", "", 256,
                    new ModelFile("all-minilm-l6-v2-q.onnx", 22_972_370, 0xdf4d1c08L,
                            "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1"),
                    renamed(MINILM_TOKENIZER, "all-minilm-l6-v2-q-tokenizer.json"), CosineDistribution.STANDARD,
                    ENGLISH),
            transformer("bge", 384, Pooling.CLS, BGE_QUERY, "", 512,
                    new ModelFile("bge-small-en-v1.5.onnx", 133_093_490, 0x9b8ece24L,
                            "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35"),
                    BERT_TOKENIZER, BGE_BACKGROUND, ENGLISH),
            transformer("bge-q", 384, Pooling.CLS, BGE_QUERY, "", 512,
                    new ModelFile("bge-small-en-v1.5-q.onnx", 34_014_426, 0xfd1caefcL,
                            "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4"),
                    renamed(BERT_TOKENIZER, "bge-small-en-v1.5-q-tokenizer.json"), BGE_BACKGROUND, ENGLISH),
            transformer("e5", 384, Pooling.MEAN, "query: ", "passage: ", 512,
                    new ModelFile("e5-small-v2.onnx", 133_093_467, 0x15bb0e80L,
                            "b2a43b66f7f9b6f29643a21340ad7c03d2d91e6bd5d43429a77799a9ee880eb0"),
                    renamed(BERT_TOKENIZER, "e5-small-v2-tokenizer.json"), E5_BACKGROUND, ENGLISH),
            transformer("e5-q", 384, Pooling.MEAN, "query: ", "passage: ", 512,
                    new ModelFile("e5-small-v2-q.onnx", 34_014_367, 0xb9151f53L,
                            "7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded"),
                    renamed(BERT_TOKENIZER, "e5-small-v2-q-tokenizer.json"), E5_BACKGROUND, ENGLISH),
            chinese("bge-zh", new ModelFile("bge-small-zh-v1.5.onnx", 94_851_877, 0xf83d36a6L,
                    "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a"), CHINESE_TOKENIZER,
                    new CosineDistribution(0.27, 0.062)),
            chinese("bge-zh-q", new ModelFile("bge-small-zh-v1.5-q.onnx", 24_010_842, 0xbe92881aL,
                    "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc"),
                    renamed(CHINESE_TOKENIZER, "bge-small-zh-v1.5-q-tokenizer.json"),
                    new CosineDistribution(0.29, 0.06)),
            new WordVectors.Distilled("word-vectors", 256, MINILM, 30_522, 1_996, 1, Optional.of(WORDS_BACKGROUND)));

    private Catalogue() {}

    /** The vocabulary has small letters only, and the tokenizer's file does not lower the case of texts. */
    private static SentenceTransformer chinese(String name, ModelFile onnx, ModelFile tokenizer,
            CosineDistribution background) {
        TransformerRecipe recipe = new TransformerRecipe(true, GraphSignature.BERT, 512, List.of(Pooling.CLS), true,
                List.of(), Optional.empty());
        return new SentenceTransformer(name, 512, BGE_ZH_QUERY, "", 512, recipe,
                new ModelSource.Packed(onnx, tokenizer), Optional.of(background), CHINESE);
    }

    private static SentenceTransformer transformer(String name, int dimension, Pooling pooling, String queryPrefix,
            String passagePrefix, int maxTokens, ModelFile onnx, ModelFile tokenizer, CosineDistribution background,
            Set<String> languages) {
        return new SentenceTransformer(name, dimension, queryPrefix, passagePrefix, maxTokens,
                TransformerRecipe.pooled(dimension, pooling), new ModelSource.Packed(onnx, tokenizer),
                Optional.of(background), languages);
    }

    /** The same file under another name: the quantised models have the same tokenizer. */
    private static ModelFile renamed(ModelFile file, String resource) {
        return new ModelFile(resource, file.bytes(), file.crc32(), file.sha256());
    }
}
