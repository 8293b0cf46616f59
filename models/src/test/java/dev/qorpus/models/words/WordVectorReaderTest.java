package dev.qorpus.models.words;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

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
    void filesOfFastTextInOtherLanguages() throws IOException {
        WordVectorEmbedder german = open("4 2\nder 1 0\nK\u00fcndigung 0 1\nStra\u00dfe 1 1\na\u00a0b -2 -2 \n");
        assertThat(german.hasWord("k\u00fcndigung")).isTrue();
        assertThat(german.hasWord("Ku\u0308ndigung")).isTrue();
        assertThat(german.tokens("Der Stra\u00dfe")).isEqualTo(2);

        WordVectorEmbedder hindi = open(
                "2 2\n\u0939\u093f\u0928\u094d\u0926\u0940 1 0\n\u0915\u093f\u0924\u093e\u092c 0 1\n");
        assertThat(hindi.tokens("\u0939\u093f\u0928\u094d\u0926\u0940 \u0915\u093f\u0924\u093e\u092c?")).isEqualTo(2);
    }

    @Test
    void textWithoutBlanksIsCutIntoTheLongestWords() throws IOException {
        WordVectorEmbedder chinese = open("4 2\n\u6211 1 0\n\u559c\u6b22 0 1\n\u559c 1 1\n\u7535\u5f71 -2 -2\n");

        assertThat(chinese.tokens("\u6211\u559c\u6b22\u770b\u7535\u5f71\u3002")).isEqualTo(3);
        assertThat(chinese.embedQuery("\u559c\u6b22\u7535\u5f71"))
                .isEqualTo(chinese.embedQuery("\u559c\u6b22 \u7535\u5f71"));
    }

    @Test
    void compressedFilesAndTheirLanguage() throws IOException {
        Path file = folder.resolve("cc.de.3.vec.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("5 3\n" + GLOVE).getBytes(StandardCharsets.UTF_8));
        }
        WordVectors.InFile spec = (WordVectors.InFile) Models.spec("words:" + file);

        assertThat(spec.languages()).containsExactly("de");
        assertThat(WordVectorReader.open(spec).embedQuery("cat")).isEqualTo(open(GLOVE).embedQuery("cat"));
    }

    @Test
    void theBinaryFormatOfWord2vec() throws IOException {
        Path file = folder.resolve("vectors.bin");
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN)
                .put("2 3\n".getBytes(StandardCharsets.UTF_8));
        bytes.put("the ".getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(2).putFloat(0.5f);
        bytes.put("\nna\u00efve ".getBytes(StandardCharsets.UTF_8)).putFloat(-1).putFloat(-2).putFloat(-0.5f);
        Files.write(file, Arrays.copyOf(bytes.array(), bytes.position()));
        WordVectorEmbedder embedder = WordVectorReader.open((WordVectors.InFile) Models.spec("words:" + file));
        double length = Math.sqrt(1 + 4 + 0.25);
        assertThat(embedder.embedQuery("Na\u00efve")).containsExactly(
                new float[]{(float) (-1 / length), (float) (-2 / length), (float) (-0.5 / length)}, within(1e-6f));

        Files.write(file, Arrays.copyOf(bytes.array(), bytes.position() - 2));
        assertThatThrownBy(() -> WordVectorReader.open((WordVectors.InFile) Models.spec("words:" + file)))
                .isInstanceOf(ModelException.class).hasMessageContaining("ends before the last of the 2 words");
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        Path file = folder.resolve("other.bin");
        Files.write(file, new byte[]{(byte) 0xba, 0x16, 0x4f, 0x2f, 12, 0, 0, 0});
        assertThatThrownBy(() -> Models.spec("words:" + file)).hasMessageContaining("fastText's own format")
                .hasMessageContaining(".vec");
        Files.write(file, new byte[]{'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> Models.spec("words:" + file)).hasMessageContaining("is a ZIP archive; unpack it");
    }

    @Test
    void itsChecksumIsThatOfItsContent() throws IOException {
        String before = open(GLOVE).spec().checksum();

        assertThat(open(GLOVE).spec().checksum()).isEqualTo(before);
        assertThat(open(GLOVE + "a 0 0 0\n").spec().checksum()).isNotEqualTo(before);
    }
}
