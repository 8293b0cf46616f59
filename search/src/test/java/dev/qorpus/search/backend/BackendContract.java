package dev.qorpus.search.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.Vocabulary.SimilarWord;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.evidence.EvidenceRequest;
import dev.qorpus.search.backend.evidence.HitDetails;
import dev.qorpus.search.backend.evidence.LookupEvidence;
import dev.qorpus.search.backend.evidence.Overlap;
import dev.qorpus.search.backend.evidence.Probe;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.backend.lookup.QueryTerm;
import dev.qorpus.search.backend.lookup.ScoredEntry;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.result.Results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What every engine must do; each inherits this with its own sink and backend. */
public abstract class BackendContract {

    private static final EntryId APPLE = new EntryId("fruit.md#q1-what-is-an-apple");
    private static final EntryId PEAR = new EntryId("fruit.md#q2-what-is-a-pear");
    private static final EntryId QUINCE = new EntryId("fruit.md#q3-what-is-a-quince");
    private static final EntryId TEA = new EntryId("more/drinks.md#what-is-tea");

    @TempDir
    Path home;

    private Backend backend;

    /** A sink into an index below a folder. */
    protected abstract EntrySink sink(Path home);

    /** The reader of the same index. */
    protected abstract Backend open(Path home);

    @BeforeEach
    void index() throws IOException {
        Path corpus = home.resolve("corpus");
        Files.createDirectories(corpus.resolve("more"));
        Files.writeString(corpus.resolve("fruit.md"), """
                ## Trees
                ### Q1. What is an apple?
                **T:** Basic

                **A:** A round fruit that grows on trees. Apples keep all winter.
                ### Q2. What is a pear?
                **T:** Deep

                **A:** A fruit that is narrow at the stem. It grows on trees.
                ### Q3. What is a quince?
                **T:** Deep
                """);
        Files.writeString(corpus.resolve("more/drinks.md"), "# Drinks\n## What is tea?\nLeaves in hot water.\n");
        SeedFixture.index(sink(home), corpus);
        backend = open(home);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void theManifestSaysWhatTheIndexHolds() {
        assertThat(backend.manifest().counts().entries()).isEqualTo(4);
        assertThat(backend.manifest().counts().unanswered()).isEqualTo(1);
        assertThat(backend.manifest().spaces()).containsExactly(Models.DEFAULT);
        assertThat(backend.manifest().valuesOf("type")).isEqualTo(Map.of("Basic", 1, "Deep", 2));
        assertThat(backend.manifest().valuesOf("section")).containsEntry("Trees", 3);
    }

    @Test
    void answersHaveHashes() throws IOException {
        Files.writeString(home.resolve("corpus/copy.md"),
                "# Copies\n## Which fruit is it?\na round FRUIT that grows  on trees. Apples keep all winter.\n");
        SeedFixture.index(sink(home), home.resolve("corpus"));
        EntryId copy = new EntryId("copy.md#which-fruit-is-it");
        try (Backend latest = open(home)) {
            Map<EntryId, Long> hashes = latest.answers(List.of(APPLE, QUINCE, copy, TEA, PEAR, new EntryId("nope")));
            assertThat(hashes).containsOnlyKeys(APPLE, PEAR, TEA, copy);
            assertThat(hashes.get(copy)).isEqualTo(hashes.get(APPLE)).isNotEqualTo(hashes.get(PEAR));
        }
    }

    @Test
    void entriesComeBackAsTheyWere() {
        StoredEntry apple = backend.entry(APPLE).orElseThrow();
        assertThat(apple.entry().question()).isEqualTo("What is an apple?");
        assertThat(apple.entry().number()).isEqualTo("1");
        assertThat(apple.entry().section()).containsExactly("Trees");
        assertThat(apple.entry().type()).isEqualTo("Basic");
        assertThat(apple.entry().line()).isEqualTo(2);
        assertThat(apple.passages()).singleElement().satisfies(passage -> assertThat(
                passage.of(apple.entry().answer().text())).isEqualTo(apple.entry().answer().text()));
        assertThat(backend.entry(QUINCE).orElseThrow().entry().answered()).isFalse();
        assertThat(backend.entry(new EntryId("fruit.md#nope"))).isEmpty();
        assertThat(backend.entries(List.of(TEA, new EntryId("nope"), PEAR)).keySet()).containsExactly(TEA, PEAR);
    }

    @Test
    void theOutlineOfAFileIsInItsOrder() {
        assertThat(backend.tableOfContents("fruit.md")).extracting(Heading::id).containsExactly(APPLE, PEAR, QUINCE);
        assertThat(backend.tableOfContents("fruit.md").get(1)).isEqualTo(
                new Heading(PEAR, "2", "What is a pear?", List.of("Trees"), 6));
        assertThat(backend.tableOfContents("more/drinks.md")).extracting(Heading::number).containsOnlyNulls();
        assertThat(backend.tableOfContents("nope.md")).isEmpty();
    }

    @Test
    void wordsAreStemmedAndFoundInQuestionAnswerAndSection() {
        assertThat(ids(backend.lexical("apples", Filter.NONE).top(9))).containsExactly(APPLE);
        assertThat(ids(backend.lexical("leaves", Filter.NONE).top(9))).containsExactly(TEA);
        assertThat(ids(backend.lexical("tree", Filter.NONE).top(9))).containsExactlyInAnyOrder(APPLE, PEAR, QUINCE);
        assertThat(backend.lexical("xyzzy", Filter.NONE).top(9)).isEmpty();
    }

    @Test
    void functionWordsAloneAreFoundAsTheyAreWritten() {
        assertThat(ids(backend.lexical("and then some", Filter.NONE).top(9))).isEmpty();
        assertThat(ids(backend.lexical("is", Filter.NONE).top(9))).contains(APPLE, PEAR);
        assertThat(coverage("is")).isEqualTo(1);
    }

    @Test
    void aWordOfTheQuestionCountsMoreThanOneOfTheAnswer() {
        double asked = backend.lexical("tea", Filter.NONE).top(1).getFirst().score();
        double answered = backend.lexical("leaves", Filter.NONE).top(1).getFirst().score();
        assertThat(asked).isGreaterThan(1.1 * answered);
    }

    @Test
    void noOperatorHasAMeaning() {
        assertThat(ids(backend.lexical("-apple AND NOT (+pear* ~2", Filter.NONE).top(9))).contains(APPLE, PEAR);
    }

    @Test
    void lexicalScoresAddUpAndStayBelowTheCeiling() {
        LexicalLookup lookup = backend.lexical("fruit on trees, apple, xyzzy", Filter.NONE);
        List<ScoredEntry> top = lookup.top(9);
        assertThat(lookup.total()).isEqualTo(top.size());
        for (ScoredEntry scored : top) {
            double sum = lookup.explain(scored.id()).stream().mapToDouble(TermScore::score).sum();
            assertThat(sum).isCloseTo(scored.score(), within(1e-4));
            assertThat(scored.score()).isPositive().isLessThan(QueryTerm.ceiling(lookup.terms()));
        }
        assertThat(lookup.scores(List.of(APPLE, TEA))).containsEntry(TEA, 0.0);
        assertThat(lookup.countAbove(List.of(0.0, top.getFirst().score()))).containsExactly(top.size(), 0);
    }

    @ParameterizedTest
    @EnumSource(LexicalModel.class)
    void everyLexicalModelAddsUpBelowItsCeiling(LexicalModel model) {
        LexicalLookup lookup = backend.lexical(model, "apple apple fruit trees xyzzy", Filter.NONE);
        List<ScoredEntry> top = lookup.top(9);
        assertThat(top).isNotEmpty().isSortedAccordingTo(ScoredEntry.BEST_FIRST);
        for (ScoredEntry scored : top) {
            double sum = lookup.explain(scored.id()).stream().mapToDouble(TermScore::score).sum();
            assertThat(sum).isCloseTo(scored.score(), within(1e-4));
            assertThat(scored.score()).isPositive().isLessThan(QueryTerm.bound(lookup.terms()) + 1e-9);
        }
        assertThat(ids(backend.lexical(model, "apples", Filter.NONE).top(9))).containsExactly(APPLE);
    }

    @Test
    void oneHotCountsSharedTerms() {
        LexicalLookup lookup = backend.lexical(LexicalModel.ONE_HOT, "apple apple tree xyzzy", Filter.NONE);
        assertThat(QueryTerm.ceiling(lookup.terms())).isEqualTo(3);
        assertThat(lookup.scores(List.of(APPLE))).containsEntry(APPLE, 2.0);
    }

    @Test
    void termsTellWhatTheIndexLacks() {
        assertThat(coverage("apple and tea")).isEqualTo(1);
        assertThat(coverage("xyzzy")).isZero();
        double apple = QueryTerm.ceiling(backend.lexical("apple", Filter.NONE).terms());
        List<QueryTerm> both = backend.lexical("apple xyzzy xyzzy", Filter.NONE).terms();
        assertThat(both).filteredOn(term -> !term.term().contains("\"") && !term.term().startsWith("-"))
                .extracting(QueryTerm::frequency).containsExactly(1L, 0L);
        assertThat(QueryTerm.coverage(both)).isCloseTo(apple / QueryTerm.ceiling(both), within(1e-12))
                .isBetween(0.1, 0.4);
    }

    private double coverage(String text) {
        return QueryTerm.coverage(backend.lexical(text, Filter.NONE).terms());
    }

    @ParameterizedTest
    @EnumSource(Overlap.class)
    void evidenceTellsWhatEachProbeSaysOfTheCandidatesOfAll(Overlap overlap) {
        float[] asked = vector("an apple");
        EvidenceRequest request = new EvidenceRequest(List.of(
                new Probe.Words(LexicalModel.BM25, "apple", true),
                new Probe.Vector(Models.DEFAULT, () -> Optional.of(asked), Math::max, true)), Filter.NONE, 9, true,
                true);
        Evidence evidence = LookupEvidence.gather(backend, request, overlap);
        ProbeEvidence words = evidence.probes().get(0);
        ProbeEvidence vectors = evidence.probes().get(1);
        assertThat(words.best()).extracting(Candidate::id).containsExactly(APPLE);
        assertThat(words.candidates().keySet()).isEqualTo(vectors.candidates().keySet()).hasSizeGreaterThan(1);
        Map<EntryId, Double> scores = backend.lexical("apple", Filter.NONE).scores(words.candidates().keySet());
        words.candidates().forEach((id, candidate) -> assertThat(candidate.score()).isEqualTo(scores.get(id)));
        assertThat(words.candidates().values()).extracting(Candidate::rank).contains(1).doesNotContain(0);
        assertThat(vectors.candidates().values()).extracting(Candidate::rank).contains(1, 2).doesNotContain(0);
        assertThat(evidence.total(0)).isEqualTo(1);
        assertThat(evidence.sections()).isEmpty();
        HitDetails details = evidence.details(List.of(APPLE), List.of(APPLE), true);
        assertThat(details.located()).extracting(located -> located.get(APPLE)).doesNotContainNull();
        assertThat(details.entries()).containsOnlyKeys(APPLE);
        assertThat(details.terms().get(APPLE)).extracting(TermScore::term).containsExactly("appl");
    }

    @Test
    void aProbeThatDoesNotProposeOnlyScores() {
        Evidence evidence = backend.gather(new EvidenceRequest(List.of(
                new Probe.Words(LexicalModel.BM25, "apple", true),
                new Probe.Vector(Models.DEFAULT, () -> Optional.of(vector("tea")), Math::max, false)), Filter.NONE, 2,
                false, false));
        assertThat(evidence.probes()).allSatisfy(probe -> assertThat(probe.candidates()).containsOnlyKeys(APPLE));
    }

    @Test
    void withoutAVectorWordsAreAllTheEvidence() {
        Evidence evidence = backend.gather(new EvidenceRequest(List.of(
                new Probe.Words(LexicalModel.BM25, "apple", true),
                new Probe.Vector(Models.DEFAULT, Optional::empty, Math::max, true)), Filter.NONE, 2, false, false));
        assertThat(evidence.probes()).singleElement()
                .satisfies(words -> assertThat(words.candidates()).containsOnlyKeys(APPLE));
    }

    @Test
    void filtersApplyBeforeTheTop() {
        Filter deep = new Filter(Map.of("type", Set.of("Deep")));
        assertThat(ids(backend.lexical("what is an apple", deep).top(1))).doesNotContain(APPLE);
        assertThat(backend.dense(Models.DEFAULT, vector("an apple"), deep).nearest(9, Math::max).best())
                .extracting(VectorMatch::id)
                .containsExactlyInAnyOrder(PEAR, QUINCE);
        Filter both = new Filter(Map.of("type", Set.of("Deep", "Basic"), "file", Set.of("fruit.md")));
        assertThat(backend.dense(Models.DEFAULT, vector("an apple"), both).total()).isEqualTo(3);
    }

    @Test
    void someEntriesPassAFilter() {
        Filter deep = new Filter(Map.of("type", Set.of("Deep")));
        List<EntryId> some = List.of(TEA, QUINCE, APPLE, new EntryId("nope"), PEAR);
        assertThat(backend.passing(some, deep)).containsExactlyInAnyOrder(PEAR, QUINCE);
        assertThat(backend.passing(List.of(), deep)).isEmpty();
        assertThat(backend.passing(some, Filter.NONE)).containsExactlyInAnyOrder(TEA, QUINCE, APPLE, PEAR);
    }

    /** Each operator holds in every mode, and in the counts of facets. */
    @Test
    void operatorsDemandAndExcludeInEveryMode() {
        Map<String, Set<EntryId>> expected = Map.ofEntries(Map.entry("fruit -apple", Set.of(PEAR, QUINCE, TEA)),
                Map.entry("fruit -apples -pear", Set.of(QUINCE, TEA)), Map.entry("fruit +winter", Set.of(APPLE)),
                Map.entry("\"fruit that grows on trees\"", Set.of(APPLE)),
                Map.entry("\"on trees that grows\"", Set.of()), Map.entry("\"Hot Water\" tree", Set.of(TEA)),
                Map.entry("fruit -\"narrow at the stem\"", Set.of(APPLE, QUINCE, TEA)),
                Map.entry("\"what is a\" fruit", Set.of(PEAR, QUINCE)),
                Map.entry("fruit -\"what is an\"", Set.of(PEAR, QUINCE, TEA)),
                Map.entry("fruit type:deep", Set.of(PEAR, QUINCE)), Map.entry("fruit -type:DEEP", Set.of(APPLE, TEA)),
                Map.entry("fruit type!=Basic -pear", Set.of(QUINCE, TEA)),
                Map.entry("fruit type>Basic", Set.of(PEAR, QUINCE)),
                Map.entry("fruit title:drinks", Set.of(TEA)),
                Map.entry("fruit file:fruit", Set.of(APPLE, PEAR, QUINCE)),
                Map.entry("fruit type:none", Set.of()),
                Map.entry("fruit kind:question section:trees -quince", Set.of(APPLE, PEAR)));
        Search search = new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT);
        expected.forEach((question, ids) -> {
            for (String mode : List.of(Mode.HYBRID, Mode.DENSE, Mode.LEXICAL)) {
                FacetedResults asked = search.faceted(Query.of(question, mode));
                Set<EntryId> found = asked.results().hits().stream().map(hit -> hit.entry().id())
                        .collect(Collectors.toSet());
                if (mode.equals(Mode.LEXICAL)) {
                    assertThat(ids).as("%s, %s", question, mode).containsAll(found);
                } else {
                    assertThat(found).as("%s, %s", question, mode).isEqualTo(ids);
                }
                assertThat(asked.results().total()).as("%s, %s", question, mode).isEqualTo(found.size());
                int counted = asked.facets().values().getOrDefault("file", List.of()).stream()
                        .mapToInt(Facets.Value::count).sum();
                assertThat(counted).as("%s, %s", question, mode).isEqualTo(found.size());
                assertThat(asked.results().notes().isEmpty()).as("%s, %s", question, mode).isEqualTo(!found.isEmpty());
            }
        });
    }

    @Test
    void cosinesAreThoseOfTheStoredVectors() {
        float[] query = vector("fruit from a tree");
        Map<EntryId, VectorMatch> matches = backend.dense(Models.DEFAULT, query, Filter.NONE)
                .matches(List.of(APPLE, QUINCE));
        EntryVectors apple = backend.vectors(Models.DEFAULT, APPLE).orElseThrow();
        VectorMatch match = Objects.requireNonNull(matches.get(APPLE));
        assertThat(match.question()).isCloseTo(dot(query, apple.question()), within(1e-5));
        assertThat(match.passage()).isCloseTo(dot(query, apple.passages()[0]), within(1e-5));
        assertThat(match.ordinal()).isZero();
        assertThat(matches.get(QUINCE)).extracting(VectorMatch::ordinal).isEqualTo(VectorMatch.NO_PASSAGE);
    }

    @Test
    void tokenVectorsAreThoseOfEachPassage() {
        TokenAxes axes = Models.spec(Models.DEFAULT).tokenAxes().orElseThrow();
        Map<EntryId, List<byte[]>> tokens = backend.tokens(Models.DEFAULT,
                List.of(TEA, QUINCE, new EntryId("nope"), APPLE));

        assertThat(backend.manifest().model(Models.DEFAULT).tokens()).isEqualTo(axes.checksum());
        assertThat(tokens).containsOnlyKeys(APPLE, QUINCE, TEA);
        assertThat(tokens.get(APPLE)).containsExactly(packed(axes,
                "What is an apple?\nA round fruit that grows on trees. Apples keep all winter."));
        // Without an answer, the tokens are those of the question.
        assertThat(tokens.get(QUINCE)).containsExactly(packed(axes, "fruit\nTrees\nWhat is a quince?"));
    }

    private static byte[] packed(TokenAxes axes, String text) {
        return axes.pack(SeedFixture.MODELS.embedder(Models.DEFAULT).passageTokens(List.of(text)).getFirst().tokens()
                .rows());
    }

    @Test
    void allVectorsAreThoseOfEachEntry() {
        Map<EntryId, EntryVectors> all = new HashMap<>();
        backend.vectors(Models.DEFAULT, all::put);
        assertThat(all.keySet()).containsExactlyInAnyOrder(APPLE, PEAR, QUINCE, TEA);
        all.forEach((id, vectors) -> {
            EntryVectors one = backend.vectors(Models.DEFAULT, id).orElseThrow();
            assertThat(vectors.question()).isEqualTo(one.question());
            assertThat(vectors.passages()).isDeepEqualTo(one.passages());
        });
        assertThat(all.get(QUINCE)).extracting(quince -> quince.passages().length).isEqualTo(0);
    }

    @Test
    void wordsThatTellAreThoseThatNotEveryTextHas() {
        String text = "How do you bake 12 apples? Apple's C, for what I've got";
        List<Word> words = backend.words(text);
        assertThat(words).extracting(word -> text.substring(word.span().start(), word.span().end()))
                .containsExactly("bake", "apples", "Apple's");
        assertThat(words.get(1).term()).isEqualTo(words.get(2).term());
    }

    @Test
    void highlightsAreTheWordsThatMatched() {
        String text = "Apples, and an apple's core";
        assertThat(backend.highlighter("apple cores").spans(text))
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("Apples", "apple's", "core");
    }

    @Test
    void theVocabularyKnowsWordsInEveryForm() {
        Vocabulary vocabulary = backend.vocabulary();
        assertThat(vocabulary.has("Apples")).isTrue();
        assertThat(vocabulary.has("the")).isTrue();
        assertThat(vocabulary.has("round tea")).isTrue();
        assertThat(vocabulary.has("round xyzzy")).isFalse();
        assertThat(vocabulary.hasPhrase("round fruits")).isTrue();
        assertThat(vocabulary.hasPhrase("fruit round")).isFalse();
        assertThat(vocabulary.hasPhrase("narrow at the stem")).isTrue();
    }

    @Test
    void theFootprintIsThatOfWordsAndVectors() {
        IndexSize indexSize = backend.indexSize();
        int texts = backend.entries(List.of(APPLE, PEAR, QUINCE, TEA)).values().stream()
                .mapToInt(entry -> 1 + entry.passages().size()).sum();

        assertThat(indexSize.words()).isPositive();
        assertThat(indexSize.spaces()).containsOnlyKeys(Models.DEFAULT);
        assertThat(indexSize.spaces().values()).singleElement().satisfies(vectors -> {
            assertThat(vectors.count()).isEqualTo(texts);
            assertThat(vectors.bytes()).isGreaterThanOrEqualTo(texts * 384L);
        });
        assertThat(indexSize.total()).isBetween(indexSize.words(), 1_000_000L);
    }

    @Test
    void similarWordsAreThoseOfEntriesAsWritten() {
        Vocabulary vocabulary = backend.vocabulary();
        assertThat(vocabulary.similar("appels", 1)).containsExactly(new SimilarWord("apples", 1, 1));
        assertThat(vocabulary.similar("appels", 2)).containsExactlyInAnyOrder(new SimilarWord("apples", 1, 1),
                new SimilarWord("apple", 2, 1));
        // The title of the document, from the name of its file, counts for each of its entries.
        assertThat(vocabulary.similar("fruit", 1)).containsExactly(new SimilarWord("fruit", 0, 3));
        assertThat(vocabulary.similar("grows", 1)).containsExactly(new SimilarWord("grows", 0, 2));
        assertThat(vocabulary.similar("xyzzy", 2)).isEmpty();
    }

    @Test
    void anEntryIsFoundByTheTitleOfItsDocument() {
        assertThat(backend.entry(TEA).orElseThrow().entry().title()).isEqualTo("Drinks");
        assertThat(backend.lexical("drinks", Filter.NONE).counts(Set.of("file")))
                .isEqualTo(Map.of("file", Map.of("more/drinks.md", 1)));
        assertThat(backend.lexical("fruit", Filter.NONE).counts(Set.of("file")))
                .isEqualTo(Map.of("file", Map.of("fruit.md", 3)));
    }

    @Test
    void valuesAreCountedByEntryAmongThoseThatPassAndMatch() {
        Filter fruit = new Filter(Map.of("file", Set.of("fruit.md")));
        assertThat(backend.counts(Set.of("type", "file", "colour"), Filter.NONE)).isEqualTo(Map.of("type",
                Map.of("Basic", 1, "Deep", 2), "file", Map.of("fruit.md", 3, "more/drinks.md", 1), "colour", Map.of()));
        assertThat(backend.counts(Set.of("file"), new Filter(Map.of("type", Set.of("Deep")))))
                .isEqualTo(Map.of("file", Map.of("fruit.md", 2)));
        assertThat(backend.lexical("round, grows, or leaves", Filter.NONE).counts(Set.of("type", "section")))
                .isEqualTo(Map.of("type", Map.of("Basic", 1, "Deep", 1), "section", Map.of("Trees", 2)));
        assertThat(backend.lexical("round, grows, or leaves", fruit).counts(Set.of("file")))
                .isEqualTo(Map.of("file", Map.of("fruit.md", 2)));
        assertThat(backend.lexical("xyzzy", fruit).counts(Set.of("file")))
                .isEqualTo(Map.of("file", Map.of()));
    }

    @Test
    void whatIsProposedFirstIsNearAllTheSame() {
        float[] asked = vector("a fruit that grows on trees");
        for (int depth = 1; depth <= 4; depth++) {
            List<VectorMatch> near = backend.dense(Models.DEFAULT, asked, Filter.NONE).nearest(depth, Math::max).best();
            DenseLookup dense = backend.dense(Models.DEFAULT, asked, Filter.NONE);
            dense.matches(dense.propose(depth, Math::max));
            assertThat(dense.nearest(depth, Math::max).best()).containsExactlyInAnyOrderElementsOf(near)
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsPublishedLaterIsAStateOfItsOwn() throws IOException {
        List<EntryId> fruit = List.of(APPLE, PEAR, QUINCE);
        float[] asked = vector("a fruit");
        Map<EntryId, VectorMatch> before = backend.dense(Models.DEFAULT, asked, Filter.NONE).matches(fruit);
        assertThat(backend.isCurrent()).isTrue();
        Files.writeString(home.resolve("corpus/more/drinks.md"), "# Drinks\n## What is coffee?\nBeans in hot water.\n");
        SeedFixture.index(sink(home), home.resolve("corpus"));
        assertThat(backend.isCurrent()).isFalse();
        assertThat(backend.entry(TEA)).isPresent();
        try (Backend latest = backend.latest()) {
            assertThat(latest.isCurrent()).isTrue();
            assertThat(latest.entry(TEA)).isEmpty();
            DenseLookup dense = latest.dense(Models.DEFAULT, asked, Filter.NONE);
            assertThat(dense.matches(fruit)).isEqualTo(before);
            assertThat(dense.nearest(9, Math::max).best()).hasSize(4);
            assertThat(latest.lexical("beans", Filter.NONE).total()).isEqualTo(1);
        }
    }

    /** In one test, since each state that is published leaves documents behind that a cluster's statistics count. */
    @Test
    void evidenceTellsWhichCandidatesAreSections() throws IOException {
        // Words of its own, for the same reason.
        Files.writeString(home.resolve("corpus/more/care.md"), "# Bees\n\nThey carry pollen.\n");
        Files.writeString(home.resolve("corpus/more/pollen.md"), "## What is pollen?\nYellow dust.\n");
        SeedFixture.index(sink(home), home.resolve("corpus"));
        List<Probe> words = List.of(new Probe.Words(LexicalModel.BM25, "pollen", true));
        try (Backend latest = backend.latest()) {
            for (Overlap overlap : Overlap.values()) {
                Evidence evidence = LookupEvidence.gather(latest,
                        new EvidenceRequest(words, Filter.NONE, 9, false, true), overlap);
                assertThat(evidence.probes().getFirst().candidates()).hasSize(2);
                assertThat(evidence.sections()).containsExactly(new EntryId("more/care.md#bees"));
                assertThat(LookupEvidence
                        .gather(latest, new EvidenceRequest(words, Filter.NONE, 9, false, false), overlap).sections())
                        .isEmpty();
            }
        }
    }

    @Test
    void entriesAreSearchedInTheirLanguage() throws IOException {
        // The other files stay, and these have words of their own, as above.
        Path corpus = home.resolve("corpus");
        Files.writeString(corpus.resolve("haus.md"), """
                # Fragen zum Haus
                ## Wo liegt die Bergstraße?
                Hinter dem Café neben dem Rathaus, wo alle Busse halten.
                ## Was kostet die Wohnungsmiete?
                Das steht im Vertrag. Kündigungen gelten nur schriftlich und zum Ende des Monats.
                """);
        Files.writeString(corpus.resolve("ko.md"), """
                ## 주차장이 있나요?
                건물 뒤에 열 대를 세울 수 있습니다.
                ## 커피를 가지고 들어가도 돼요?
                뚜껑이 있는 컵만 됩니다.
                """);
        SeedFixture.index(sink(home), corpus);
        try (Backend latest = backend.latest()) {
            assertThat(latest.manifest().languages()).containsEntry("de", 2).containsEntry("ko", 2);
            Map.of("cafe", "haus.md#wo-liegt-die-bergstraße", "strasse", "haus.md#wo-liegt-die-bergstraße", "Kündigung",
                    "haus.md#was-kostet-die-wohnungsmiete", "Miete", "haus.md#was-kostet-die-wohnungsmiete", "주차장",
                    "ko.md#주차장이-있나요", "커피", "ko.md#커피를-가지고-들어가도-돼요")
                    .forEach((word, id) -> {
                        assertThat(ids(latest.lexical(word, Filter.NONE).top(1))).as(word)
                                .containsExactly(new EntryId(id));
                        assertThat(latest.vocabulary().has(word)).as(word).isTrue();
                    });
            assertThat(latest.vocabulary().hasPhrase("Busse halten")).isTrue();
            assertThat(latest.vocabulary().hasPhrase("halten Busse")).isFalse();
            assertThat(latest.lexical("Miete", Filter.NONE).explain(
                    new EntryId("haus.md#was-kostet-die-wohnungsmiete"))).isNotEmpty();
            Filter korean = new Filter(Map.of("language", Set.of("ko")));
            assertThat(latest.dense(Models.DEFAULT, vector("coffee"), korean).total()).isEqualTo(2);
            assertThat(latest.highlighter("Miete").spans("Die Wohnungsmiete")).containsExactly(new Span(4, 17));
        }
    }

    @Test
    void aQuestionIsComparedByTheModelThatKnowsItsLanguage() throws IOException {
        Path corpus = home.resolve("corpus");
        Files.writeString(corpus.resolve("bees.md"), """
                ## 谁来守卫蜂巢？
                年长的工蜂守在蜂巢的入口，赶走黄蜂和其他的敌人。
                ## 蜂蜜是怎么来的？
                蜜蜂采集花蜜，带回蜂巢，用翅膀扇风，让水分蒸发。
                """);
        try (EntrySink sink = sink(home)) {
            new Indexer(SeedFixture.MODELS, Progress.NONE).index(Corpus.of(List.of(corpus)), sink,
                    List.of(Models.DEFAULT, "bge-zh"), true);
        }
        try (Backend latest = backend.latest()) {
            Search search = new Search(latest, SeedFixture.MODELS, SearchSettings.DEFAULT);
            Results chinese = search.search(new Query("哪种昆虫负责保卫家园", Mode.HYBRID, 3, List.of(), true));
            assertThat(chinese.model()).isEqualTo("bge-zh");
            assertThat(chinese.hits().getFirst().entry().id()).isEqualTo(new EntryId("bees.md#谁来守卫蜂巢"));
            Explanation why = Objects.requireNonNull(chinese.hits().getFirst().explanation());
            assertThat(why.parts().stream().mapToDouble(ScorePart::contribution).sum()).isCloseTo(why.score(),
                    within(1e-9));
            Results english = search.search(new Query("which fruit is thin on top", Mode.DENSE, 3, List.of(), false));
            assertThat(english.model()).isEqualTo(Models.DEFAULT);
            assertThat(english.hits().getFirst().entry().id()).isEqualTo(PEAR);
            Results named = search.search(new Query("蜂蜜", Models.DEFAULT, 3, List.of(), false));
            assertThat(named.model()).as("the mode names it").isEqualTo(Models.DEFAULT);
            Results related = new Related(search).of(new EntryId("bees.md#谁来守卫蜂巢"), 3).orElseThrow();
            assertThat(related.model()).isEqualTo("bge-zh");
            assertThat(related.hits().getFirst().entry().file()).isEqualTo("bees.md");
        } finally {
            // On a cluster the next test finds the same index, which keeps its models.
            try (EntrySink sink = sink(home)) {
                new Indexer(SeedFixture.MODELS, Progress.NONE).index(Corpus.of(List.of(corpus)), sink,
                        List.of(Models.DEFAULT), true);
            }
        }
    }

    @Test
    void begunQuestionsHaveAWordThatBeginsAsTheLastOneAndMostOfTheOthers() {
        assertThat(completions("qui", false)).containsExactly(QUINCE);
        assertThat(completions("What is a", false)).containsExactly(PEAR, APPLE, QUINCE);
        assertThat(completions("is a PÉAR", false)).containsExactly(PEAR);
        assertThat(completions("why do we eat an appl", false)).isEmpty();
        assertThat(completions("why is an appl", false)).containsExactly(APPLE);
        assertThat(completions("pear tea", false)).isEmpty();
        assertThat(completions("?!", false)).isEmpty();
        assertThat(backend.questionCompletions("what", false, 2)).hasSize(2);
        assertThat(backend.questionCompletions("tea", false, 1))
                .containsExactly(new QuestionCompletion(TEA, "What is tea?"));
    }

    @Test
    void begunQuestionsAllowForOneWrongLetterIfAsked() {
        assertThat(completions("aplpe", false)).isEmpty();
        assertThat(completions("aplpe", true)).containsExactly(APPLE);
        assertThat(completions("quimc", true)).containsExactly(QUINCE);
        assertThat(completions("kuince", true)).isEmpty();
        assertThat(completions("pez", true)).isEmpty();
    }

    private List<EntryId> completions(String words, boolean mistyped) {
        return backend.questionCompletions(words, mistyped, 9).stream().map(QuestionCompletion::id).toList();
    }

    private static List<EntryId> ids(List<ScoredEntry> scored) {
        return scored.stream().map(ScoredEntry::id).toList();
    }

    private static float[] vector(String text) {
        return SeedFixture.MODELS.embedder(Models.DEFAULT).embedQuery(text);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
