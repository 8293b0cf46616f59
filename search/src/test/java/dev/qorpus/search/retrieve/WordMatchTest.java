package dev.qorpus.search.retrieve;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.Reading;
import dev.qorpus.search.result.Results;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions that an entry nearly answers: another version, number, name or word stands in it. */
class WordMatchTest {

    private static final String CORPUS = """
            # Notes

            ## How do I restart the server with systemctl?

            Run it with the name of the unit.

            ## Is advisory ADV-2020-11873 closed?

            Yes, since March.

            ## How do I read a file in KOI8?

            Name the charset when you open it.

            ## What is hyperkalemia?

            Too much potassium in the blood.

            ## Which bird sings at night?

            The nightingale sings after dusk in spring.

            ## Where are downloads kept?

            In the folder that `PROD_CACHE_HOME` names, or `maxUploadBytes` beside it.
            """;

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static Search search;

    @BeforeAll
    static void index() throws IOException {
        backend = IndexedCorpus.ofMarkdown(home, "notes.md", CORPUS);
        search = IndexedCorpus.search(backend);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource({"how do I restart the server with podman, podman", "ADV-2020-44210, 44210",
            "is advisory ADV-2020-11999 closed, 11999", "how do I read a file in KOI7, KOI7",
            "hypokalemia, hypokalemia", "what is hypokalemia, hypokalemia"})
    void anotherNumberNameOrWordLowersConfidence(String question, String missing) {
        Results results = search.search(Query.of(question, Mode.HYBRID));
        assertThat(results.missing().words()).containsExactly(missing);
        assertThat(results.confidence()).isLessThan(RankingConstants.ANSWERED);
        assertThat(results.answered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"how do I restart the server with systemctl", "advisory 11873", "read KOI8", "hyperkalemia",
            "hyperkalmia", "which bird sings at night", "CACHE_HOME", "cacheHome", "what is UploadBytes"})
    void whatIsThereIsAnsweredAsBefore(String question) {
        Results results = search.search(Query.of(question, Mode.HYBRID));
        assertThat(results.missing().words()).isEmpty();
        assertThat(results.answered()).isTrue();
    }

    @Test
    void wordsAloneAreNotSureOfOneSharedWord() {
        Results one = search.search(Query.of("who scored twice in the football final last spring", Mode.LEXICAL));
        assertThat(one.hits().getFirst().entry().question()).contains("bird");
        Results all = search.search(Query.of("which bird sings at night", Mode.LEXICAL));
        assertThat(one.confidence()).isLessThan(all.confidence() - .15);
        assertThat(one.missing().words()).contains("football");
    }

    @Test
    void askersCanInsist() {
        Results typed = search
                .search(Query.of("hypokalemia", Mode.LEXICAL).withReading(new Reading(true, false)));
        assertThat(typed.hits()).isEmpty();
        Results demanded = search.search(Query.of("\"hypokalemia\"", Mode.HYBRID));
        assertThat(demanded.hits()).isEmpty();
        assertThat(demanded.corrections()).isEmpty();
        Results beside = search.search(Query.of("hypokalemia", Mode.LEXICAL));
        assertThat(beside.corrections()).containsExactly(new Correction("hypokalemia", "hyperkalemia", false));
        assertThat(beside.hits()).hasSize(1);
    }
}
