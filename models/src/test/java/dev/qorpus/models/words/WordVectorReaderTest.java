package dev.qorpus.models.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;
import dev.qorpus.models.WordVectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WordVectorReaderTest {

    /** Frequent words first; the mean of each column is 0, so that centring changes nothing. */
    private static final String GLOVE = """
            the 1 1 1
            cat 2 -2 0
            dog 2 -1 -1
            C++ -2 1 2
            new york -3 1 -2
            """;

    @TempDir
    Path folder;

    private WordVectorEmbedder open(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("vectors.txt"), content);
        return WordVectorReader.open((WordVectors.InFile) Models.spec("words:" + file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5 3\n"})
    void theLayoutsOfGloveAndWord2vecAreRead(String heading) throws IOException {
        WordVectorEmbedder embedder = open(heading + GLOVE);

        assertThat(embedder.spec().dimension()).isEqualTo(3);
        assertThat(embedder.embedQuery("Cat!")).containsExactly(new float[]{0.70710677f, -0.70710677f, 0},
                within(1e-6f));
        assertThat(embedder.embedQuery("dog")).containsExactly(new float[]{0.81649655f, -0.40824828f, -0.40824828f},
                within(1e-6f));
    }

    @Test
    void aTextIsTheWeightedMeanOfItsWords() throws IOException {
        WordVectorEmbedder embedder = open(GLOVE);
        float[] both = embedder.embedQuery("the cat");

        double the = WordTable.weight(0, 5);
        double cat = WordTable.weight(1, 5);
        double[] sum = {the + 2 * cat, the - 2 * cat, the};
        double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        assertThat(cat).isGreaterThan(the);
        for (int i = 0; i < 3; i++) {
            assertThat((double) both[i]).isCloseTo(sum[i] / length, within(1e-6));
        }
        assertThat(embedder.embedQuery("cat the")).isEqualTo(both);
    }

    @Test
    void namesWithSignsAreOneWordIfKnownAndElseTheirParts() throws IOException {
        WordVectorEmbedder embedder = open(GLOVE);

        assertThat(embedder.hasWord("C++")).isTrue();
        assertThat(embedder.hasWord("bird")).isFalse();
        assertThat(embedder.tokens("The C++ dog-cat is a bird.")).isEqualTo(4);
    }

    @Test
    void aTextWithoutAKnownWordHasNoDirection() throws IOException {
        float[] nothing = new float[3];
        assertThat(open(GLOVE).embedPassages(List.of("", "bird"))).isDeepEqualTo(new float[][]{nothing, nothing});
    }

    @Test
    void whatIsNoNumberIsNamedWithItsLine() {
        assertThatThrownBy(() -> open("the 1 1 1\ncat 2 two 0\n")).isInstanceOf(ModelException.class)
                .hasMessageContaining("line 2").hasMessageContaining("'two'");
        assertThatThrownBy(() -> open("the 1 1 1\ncat 2 2\n")).isInstanceOf(ModelException.class)
                .hasMessageContaining("line 2 has 2 numbers, but the first vector has 3");
        assertThatThrownBy(() -> open("the NaN 1 1\n")).hasMessageContaining("'NaN'");
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> open("What is a cat?\n")).isInstanceOf(ModelException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> open("")).hasMessageContaining("GloVe");
        assertThatThrownBy(() -> Models.spec("words:" + folder.resolve("none.txt")))
                .hasMessageContaining("no such file");
    }

    @Test
    void itsChecksumIsThatOfItsContent() throws IOException {
        String before = open(GLOVE).spec().checksum();

        assertThat(open(GLOVE).spec().checksum()).isEqualTo(before);
        assertThat(open(GLOVE + "a 0 0 0\n").spec().checksum()).isNotEqualTo(before);
    }
}
