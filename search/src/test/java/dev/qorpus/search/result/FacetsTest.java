package dev.qorpus.search.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.browse.Completion;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Facets and completions of the seed. */
class FacetsTest {

    private static Backend backend;
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

    private static FacetedResults asked(String question, String mode, Map<String, List<String>> filters) {
        List<FieldCondition> conditions = new ArrayList<>();
        filters.forEach((field, values) -> values.forEach(value -> conditions.add(FieldCondition.equal(field, value))));
        return search.faceted(new Query(question, mode, 100, conditions, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "lexical", "dense", "one-hot"})
    void aCountIsTheTotalWithThatValueInTheFieldsPlace(String mode) {
        Map<String, List<String>> filters = Map.of("type", List.of("Deep"), "section",
                List.of("Language Transformers", "Pre-Transformer Models"));
        Facets facets = asked("attention in transformers", mode, filters).facets();
        assertThat(facets.values().keySet()).containsExactly("file", "kind", "language", "section", "title",
                "type");
        facets.values().forEach((field, values) -> {
            assertThat(values).isNotEmpty();
            for (Facets.Value value : values) {
                Map<String, List<String>> chosen = new HashMap<>(filters);
                chosen.put(field, List.of(value.value()));
                assertThat(asked("attention in transformers", mode, chosen).results().total()).as("%s", value)
                        .isEqualTo(value.count());
            }
        });
    }

    @Test
    void theFrequentComeFirst() {
        List<Facets.Value> types = asked("attention", "hybrid", Map.of()).facets().values().get("type");
        assertThat(types).extracting(Facets.Value::value).containsExactly("Basic", "Deep", "Hands-On");
        assertThat(types).extracting(Facets.Value::count).containsExactly(14, 10, 2);
    }

    @Test
    void valuesBeyondAThousandAreCounted(@TempDir Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_020; i++) {
            lines.append("{\"question\": \"What is item %d?\", \"answer\": \"A thing.\", \"owner\": \"user%d\"}%n"
                    .formatted(i, i));
        }
        Files.writeString(folder.resolve("items.jsonl"), lines);
        try (EntrySink sink = LuceneSink.open(folder.resolve("index"))) {
            new Indexer(SeedFixture.MODELS, Progress.NONE)
                    .index(Corpus.of(List.of(folder.resolve("items.jsonl"))), sink, List.of("word-vectors"), false);
        }
        try (Backend items = LuceneBackend.open(folder.resolve("index"))) {
            Facets facets = new Search(items, SeedFixture.MODELS, SearchSettings.DEFAULT)
                    .faceted(Query.of("item", "lexical")).facets();
            assertThat(facets.values().get("owner")).hasSize(1_000);
            assertThat(facets.leftOut()).containsOnly(Map.entry("owner", 20));
        }
    }

    @Test
    void resultsAreTheSameWithFacets() {
        Query query = new Query("attention", "hybrid", 9, List.of(FieldCondition.equal("type", "Deep")), true);
        assertThat(search.faceted(query).results().hits()).isEqualTo(search.search(query).hits());
    }

    private static List<String> completed(String typed) {
        return search.complete(typed, 4).stream().map(Completion::text).toList();
    }

    @Test
    void whatBeginsWithTheTypedComesFirstThenWhatHasIt() {
        assertThat(completed("Why do w")).startsWith("Why do we need word embeddings/encoding?");
        assertThat(completed("one-h")).containsExactly("What is one-hot encoding and what are its limitations?");
        assertThat(completed("word em")).contains("Word Embeddings in NLP", "Why do we need word embeddings/encoding?");
    }

    @Test
    void aCompletionSaysWhatItIsAndWhatOfItWasTyped() {
        assertThat(search.complete("pre-tr", 4)).first().satisfies(completion -> {
            assertThat(completion.kind()).isEqualTo("section");
            assertThat(completion.id()).isNull();
            assertThat(completion.text()).isEqualTo("Pre-Transformer Models");
            assertThat(completion.highlights()).extracting(
                    span -> completion.text().substring(span.start(), span.end())).containsExactly("Pre", "Tr");
        });
    }

    @Test
    void wordsThatStandApartAreFoundToo() {
        assertThat(completed("transformers inef")).containsExactly(
                "Why are standard transformers inefficient for long sequences?");
        assertThat(completed("sequences inef")).containsExactly(
                "Why are standard transformers inefficient for long sequences?");
    }

    @Test
    void oneWrongLetterIsAllowedForWhereNothingElseFits() {
        assertThat(completed("flahsatt")).first().asString().contains("FlashAttention");
        assertThat(completed("xyzzy")).isEmpty();
    }

    @Test
    void whatIsTypedInFullIsNoCompletion() {
        String question = "Why do we need word embeddings/encoding?";
        assertThat(completed(question.toUpperCase(Locale.ROOT))).doesNotContain(question);
        assertThat(completed("a")).isEmpty();
        assertThat(completed(" ?! ")).isEmpty();
    }
}
