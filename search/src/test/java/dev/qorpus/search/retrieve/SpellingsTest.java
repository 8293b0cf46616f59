package dev.qorpus.search.retrieve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions written in one way to a corpus written in another. */
class SpellingsTest {

    private static final String CORPUS = """
            # Colors
            ## How do I tokenize and normalize the color of a modeled behavior?
            In the center of the matrix, with an index and a criterion.
            # Runtimes
            ## Does node.js 3.2 run on .NET?
            Yes, since version v4.1, with analyses of anemia.
            ## Is C++ faster than C#?
            C++ mostly is.
            ## Is C a small language?
            It is. Its max_length is short.
            """;

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static Corrector corrector;

    @BeforeAll
    static void index() throws IOException {
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        Files.writeString(corpus.resolve("notes.md"), CORPUS);
        backend = IndexedCorpus.of(home, corpus);
        Embedder model = SeedFixture.MODELS.embedder(Models.DEFAULT);
        corrector = new Corrector(backend.vocabulary(), model::hasWord);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Tokenise the colours of modelled behaviour | tokenize the colors of modelled behavior",
            "normalising in the centre | normalizing in the center", // British
            "an anaemia analysis | an anemia analyses", // Greek
            "matrices, indices and criteria | matrix, index and criterion", // Latin
            "nodejs and node-js | node.js and node.js", // signs
            "node.js v3.2 or 4.1 | node.js 3.2 or v4.1", // versions
            "what is maxlength | what is max_length"})
    void wordsAreSpeltAsTheCorpusSpellsThem(String asked, String searched) {
        assertThat(corrector.correct(asked).text()).isEqualToIgnoringCase(searched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.js and colors", "for four hours", "filled tiles", "python 9.9 and foo.bar",
            "C++ or C#",
            "max_length"})
    void whatTheCorpusHasOrNobodyWritesOtherwiseStays(String asked) {
        assertThat(corrector.correct(asked)).isEqualTo(CorrectedQuestion.of(asked));
    }

    @Test
    void languagesNamedWithSignsAreTold() {
        assertThat(first("c++")).isEqualTo("notes.md#is-c-faster-than-c");
        assertThat(first("C#")).isEqualTo("notes.md#is-c-faster-than-c");
        assertThat(first("c")).isEqualTo("notes.md#is-c-a-small-language");
        assertThat(backend.lexical("c", Filter.NONE).total()).isEqualTo(1);
        assertThat(first(".net")).isEqualTo("notes.md#does-nodejs-32-run-on-net");
    }

    private static String first(String query) {
        return backend.lexical(query, Filter.NONE).top(1).getFirst().id().value();
    }

    @Test
    void highlightsCoverTheSigns() {
        String text = "C++ mostly is.";
        assertThat(backend.highlighter("c++").spans(text)).singleElement()
                .satisfies(span -> assertThat(text.substring(span.start(), span.end())).isEqualTo("C++"));
    }
}
