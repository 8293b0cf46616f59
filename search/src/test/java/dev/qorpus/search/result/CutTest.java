package dev.qorpus.search.result;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the list of hits ends. */
class CutTest {

    private static final List<String> QUESTIONS = List.of("what is the bag of words model",
            "why is attention slow for long sequences", "gates against the vanishing gradient",
            "transformers for images and text", "which loss should I use");

    private static LuceneBackend backend;
    private static Search search;

    @BeforeAll
    static void index(@TempDir Path folder) {
        backend = IndexedCorpus.of(folder, SeedFixture.FOLDER);
        search = IndexedCorpus.search(backend);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    private static FacetedResults asked(String question, String mode, List<FieldCondition> filters, Cut cut) {
        return search.faceted(
                new Query(question, mode, 100, filters, false).withListing(Listing.DEFAULT.withCut(cut)));
    }

    private static List<Hit> hits(String question, String mode, Cut cut) {
        return asked(question, mode, List.of(), cut).results().hits();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical", "dense", "rrf", "weighted", "late"})
    void aCutLeavesTheHitsOfItsGroups(String mode) {
        for (String question : QUESTIONS) {
            List<Hit> all = hits(question, mode, Cut.ALL);
            assertThat(all).extracting(Hit::group).isSorted();
            assertThat(hits(question, mode, Cut.LIKELY))
                    .isEqualTo(all.stream().filter(hit -> hit.group() == HitGroup.LIKELY).toList());
            assertThat(hits(question, mode, Cut.RELATED))
                    .isEqualTo(all.stream().filter(hit -> hit.group() != HitGroup.REST).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"hybrid, ALL", "hybrid, RELATED", "lexical, LIKELY", "dense, RELATED"})
    void groupsAreCountedWhateverIsListed(String mode, Cut cut) {
        Results results = asked("what is the bag of words model", mode, List.of(), cut).results();
        List<Hit> all = hits("what is the bag of words model", mode, Cut.ALL);
        assertThat(results.groups()).isEqualTo(new GroupCounts(count(all, HitGroup.LIKELY),
                count(all, HitGroup.RELATED), count(all, HitGroup.REST)));
        assertThat(all.getFirst().group()).isEqualTo(HitGroup.LIKELY);
        assertThat(all.getLast().group()).isEqualTo(HitGroup.REST);
        assertThat(results.total()).isEqualTo(results.hits().size());
    }

    private static int count(List<Hit> hits, HitGroup group) {
        return (int) hits.stream().filter(hit -> hit.group() == group).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical"})
    void facetsCountWhatTheCutLeaves(String mode) {
        String question = "attention in transformers";
        List<FieldCondition> filters = List.of(FieldCondition.equal("type", "Deep"));
        FacetedResults narrowed = asked(question, mode, filters, Cut.RELATED);
        assertThat(narrowed.facets().values().keySet()).contains("file", "section", "title", "type");
        narrowed.facets().values().forEach((field, values) -> {
            // Its own filter does not count for a field.
            List<Hit> listed = field.equals("type")
                    ? hits(question, mode, Cut.RELATED)
                    : narrowed.results().hits();
            assertThat(values).isNotEmpty().allSatisfy(value -> assertThat(listed.stream()
                    .filter(hit -> hasValue(hit, field, value.value())).count()).as("%s: %s", field, value)
                    .isEqualTo(value.count()));
        });
    }

    private static boolean hasValue(Hit hit, String field, String value) {
        return switch (field) {
            case "section" -> hit.entry().section().contains(value);
            case "title" -> value.equals(hit.entry().title());
            case "type" -> value.equals(hit.entry().type());
            case "file" -> value.equals(hit.entry().file());
            case "language" -> value.equals(hit.entry().language());
            default -> value.equals(hit.entry().kind().id());
        };
    }

    @Test
    void anExplanationChangesNoGroup() {
        for (String mode : List.of("lexical", "hybrid", "dense")) {
            Query query = Query.of("gates against the vanishing gradient", mode);
            List<Hit> explained = search.search(new Query(query.text(), mode, 10, List.of(), true)).hits();
            assertThat(search.search(query).hits()).extracting(Hit::group)
                    .isEqualTo(explained.stream().map(Hit::group).toList());
        }
    }

    @Test
    void nothingIsLikelyWhereNothingAnswers() {
        Results results = asked("best pizza in Naples", Mode.HYBRID, List.of(), Cut.LIKELY).results();
        assertThat(results.answered()).isFalse();
        assertThat(results.hits()).isEmpty();
        assertThat(results.total()).isZero();
        assertThat(results.groups().likely()).isZero();
    }

    @Test
    void anUnknownCutSaysWhichThereAre() {
        assertThatThrownBy(() -> Cut.of("best")).isInstanceOf(QueryException.class)
                .hasMessage("cut is 'best'; allowed are likely, related, all");
    }
}
