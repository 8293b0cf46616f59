package dev.qorpus.models;

import org.junit.jupiter.api.Test;

import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.models.recipe.Pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelsTest {

    @Test
    void theCatalogueIsTheDesigns() {
        assertThat(Models.all()).extracting(ModelSpec::name).containsExactly("minilm", "minilm-q", "bge", "bge-q", "e5",
                "e5-q", "bge-zh", "bge-zh-q", "word-vectors");
        assertThat(Models.spec("bge")).isInstanceOfSatisfying(SentenceTransformer.class,
                bge -> assertThat(bge.recipe().pooling()).containsExactly(Pooling.CLS));
        assertThat(Models.spec("e5")).isInstanceOfSatisfying(SentenceTransformer.class,
                e5 -> assertThat(e5.queryPrefix()).isEqualTo("query: "));
        assertThat(Models.spec(Models.DEFAULT).maxTokens()).isEqualTo(256);
    }

    @Test
    void eachModelOfTheCatalogueKnowsOneLanguage() {
        assertThat(Models.all()).allSatisfy(spec -> assertThat(spec.languages())
                .containsExactly(spec.name().startsWith("bge-zh") ? "zh" : "en"));
    }

    @Test
    void aLanguageHasTheFirstModelThatKnowsIt() {
        assertThat(Models.knowing("en")).map(ModelSpec::name).contains("minilm");
        assertThat(Models.knowing("zh")).map(ModelSpec::name).contains("bge-zh");
        assertThat(Models.knowing("ja")).isEmpty();
    }

    @Test
    void anUnknownModelNamesTheKnownOnes() {
        assertThatThrownBy(() -> Models.spec("gpt")).isInstanceOf(ModelException.class)
                .hasMessage(
                        "model 'gpt': unknown; the models are minilm, minilm-q, bge, bge-q, e5, e5-q, bge-zh,"
                                + " bge-zh-q, word-vectors, the directory of a sentence-transformer or of static vectors, and"
                                + " words:FILE for word vectors in the text format of fastText, GloVe or word2vec");
    }

    /** A question may still ask for its model in the background when the program ends. */
    @Test
    void noModelIsLoadedAfterTheyWereClosed() {
        Models models = DjlModels.models(1);
        models.close();
        assertThatThrownBy(() -> models.embedder(Models.DEFAULT)).isInstanceOf(ModelException.class)
                .hasMessage("model minilm: closed with all models");
    }
}
