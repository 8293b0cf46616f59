package dev.qorpus.search.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Entries with the same answer. */
class SameAnswerTest {

    private static final int COPIES = 150;
    private static final int OTHERS = 30;

    private static LuceneBackend backend;
    private static Search search;

    @BeforeAll
    static void index(@TempDir Path folder) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.md"), """
                ## How do I return a parcel?

                Print the label in your account, and hand the parcel in at any post office.

                ## Where do I send things back?

                Print the label in your account,
                and hand the  PARCEL in at any post office.

                ## How is a parcel returned from abroad?

                Print the label in your account, and hand the parcel in at any airport.

                ## Which label does a returned parcel need?

                ## Does a returned parcel need a stamp?

                ## Can I return a parcel?

                Yes.

                ## Can I send a parcel to myself?

                Yes.

                ## Can I return a parcel?

                 yes.

                ## Where is the map of all shops?

                It is [on this page](shops/north.html).

                ## Where is the map of all depots?

                It is [on this page](shops/south.html).
                """);
        List<String> lines = new ArrayList<>();
        lines.addAll(Collections.nCopies(COPIES,
                "## How do I charge the scooter?\n\nPlug it in for four hours, until the lamp turns green.\n"));
        IntStream.range(0, OTHERS).forEach(i -> lines.add("## How do I charge scooter model " + i + "?\n\n"
                + "Plug it in for " + (i + 5) + " hours, until the lamp turns green.\n"));
        Files.write(corpus.resolve("b.md"), lines);
        backend = IndexedCorpus.of(folder, corpus);
        search = IndexedCorpus.search(backend);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    private static List<Hit> hits(String question, String mode) {
        return search.search(new Query(question, mode, 100, List.of(FieldCondition.equal("file", "a.md")), true))
                .hits();
    }

    private static Hit hit(List<Hit> hits, String question) {
        return hits.stream().filter(each -> each.entry().question().equals(question)
                || each.duplicates().stream().anyMatch(other -> other.question().equals(question))).findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "dense", "weighted", "late", "rrf"})
    void entriesWithTheSameAnswerAreOneHit(String mode) {
        List<Hit> hits = hits("how do I return a parcel", mode);
        Hit parcel = hit(hits, "How do I return a parcel?");
        assertThat(parcel.entry().question()).isEqualTo("How do I return a parcel?");
        assertThat(parcel.duplicates()).singleElement().satisfies(other -> {
            assertThat(other.question()).isEqualTo("Where do I send things back?");
            assertThat(other.file()).isEqualTo("a.md");
            assertThat(other.line()).isEqualTo(5);
        });
        assertThat(hits).hasSize(8).extracting(Hit::rank).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void anotherAnswerIsAnotherHit() {
        List<Hit> hits = hits("how do I return a parcel", Mode.HYBRID);
        assertThat(hit(hits, "How is a parcel returned from abroad?").duplicates()).isEmpty();
        assertThat(hit(hits, "Where is the map of all shops?").duplicates()).isEmpty();
        assertThat(hit(hits, "Where is the map of all depots?").duplicates()).isEmpty();
    }

    @Test
    void entriesWithoutAnAnswerAreNotTheSame() {
        List<Hit> hits = hits("what does a returned parcel need", Mode.HYBRID);
        assertThat(hit(hits, "Which label does a returned parcel need?").duplicates()).isEmpty();
        assertThat(hit(hits, "Does a returned parcel need a stamp?").duplicates()).isEmpty();
    }

    @Test
    void anAnswerOfOneWordIsTheSameOnlyForTheSameQuestion() {
        List<Hit> hits = hits("can I return a parcel", Mode.HYBRID);
        assertThat(hit(hits, "Can I return a parcel?").duplicates()).hasSize(1);
        assertThat(hit(hits, "Can I send a parcel to myself?").duplicates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical", "dense"})
    void copiesNeitherFillTheListNorLowerConfidence(String mode) {
        Query query = Query.of("how do I charge the scooter", mode);
        Results results = search.search(query);
        assertThat(results.hits()).hasSize(10);
        assertThat(results.hits().getFirst().duplicates()).hasSize(COPIES - 1);
        assertThat(results.hits().stream().skip(1)).allSatisfy(hit -> assertThat(hit.duplicates()).isEmpty());
        assertThat(results.total()).isGreaterThanOrEqualTo(COPIES + OTHERS);
        assertThat(results.answered()).isTrue();
        Results each = search.search(query.ungrouped());
        assertThat(each.hits()).allSatisfy(hit -> assertThat(hit.duplicates()).isEmpty()).extracting(hit -> hit.entry()
                .question()).containsOnly("How do I charge the scooter?");
        assertThat(each.confidence()).isCloseTo(results.confidence(), within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical"})
    void pagesCountHitsAndNotEntries(String mode) {
        Query query = new Query("how do I charge the scooter", mode, 20, List.of(), false);
        List<Hit> whole = search.search(query).hits();
        List<Hit> second = search.search(new Query(query.text(), mode, 10, List.of(), false)
                .withListing(Listing.DEFAULT.withOffset(10))).hits();
        assertThat(second).isEqualTo(whole.subList(10, 20));
    }
}
