package dev.qorpus.search.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages of one list: more entries than there are candidates for the first page. */
class PagingTest {

    private static final List<String> PLACES = List.of("the garden", "a kitchen", "the harbour", "an old library",
            "the night train", "a mountain hut", "the market", "a glass house", "the school yard", "an empty theatre",
            "the fire station", "a quiet chapel");
    private static final List<String> THINGS = List.of("apples", "clocks", "sailing boats", "atlases", "suitcases",
            "lamps", "scales", "orchids", "chalk", "masks", "hoses");

    private static LuceneBackend backend;
    private static Search search;

    @BeforeAll
    static void index(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String place : PLACES) {
            for (String thing : THINGS) {
                lines.add("## Who counts the " + thing + " in " + place + "?\n\nThe keeper of " + place
                        + " writes down how many " + thing + " there are.\n");
            }
        }
        backend = IndexedCorpus.ofMarkdown(folder, "counting.md", String.join("\n", lines));
        search = IndexedCorpus.search(backend);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    private static Results page(String mode, int offset, int k) {
        return search.search(new Query("who counts the lamps in the harbour", mode, k, List.of(), true)
                .withListing(Listing.DEFAULT.withOffset(offset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical", "dense", "weighted", "late", "rrf", "tf-idf+minilm"})
    void aPageIsThePartOfALongerList(String mode) {
        List<Hit> whole = page(mode, 0, 120).hits();
        assertThat(whole).hasSize(120).extracting(Hit::rank)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 120).boxed().toList());
        assertThat(page(mode, 10, 10).hits()).isEqualTo(page(mode, 0, 20).hits().subList(10, 20));
        for (int offset = 0; offset < 120; offset += 10) {
            assertThat(page(mode, offset, 10).hits()).as("from %d", offset).extracting(hit -> hit.entry().id())
                    .containsExactlyElementsOf(
                            whole.subList(offset, offset + 10).stream().map(hit -> hit.entry().id()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical"})
    void whatIsSaidOfTheFirstHitIsTheSameOnEveryPage(String mode) {
        Results first = page(mode, 0, 10);
        Results second = page(mode, 10, 10);
        assertThat(second.confidence()).isEqualTo(first.confidence());
        assertThat(second.answered()).isEqualTo(first.answered());
        assertThat(second.total()).isEqualTo(first.total());
    }

    @Test
    void aPageBehindTheLastHitIsEmpty() {
        Results behind = page("hybrid", PLACES.size() * THINGS.size(), 10);
        assertThat(behind.hits()).isEmpty();
        assertThat(behind.total()).isEqualTo(PLACES.size() * THINGS.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-1 | 10 | offset is -1; allowed is 0 to 990",
            "991 | 10 | offset is 991 and k is 10; together they are at most 1000",
            "2147483647 | 10 | offset is 2147483647 and k is 10; together they are at most 1000"})
    void offsetsOutOfBoundsSayWhatIsAllowed(int offset, int k, String message) {
        assertThatThrownBy(() -> page("hybrid", offset, k)).isInstanceOf(QueryException.class).hasMessage(message);
    }
}
