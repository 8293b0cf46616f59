package dev.qorpus.search;

import java.io.EOFException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One published state after another. */
class LiveSearchTest {

    private static final Query QUESTION = Query.of("gates against the vanishing gradient", Mode.HYBRID);

    @TempDir
    Path home;

    @Test
    void vectorsOfQuestionsOutliveAPublishedState() {
        try (LiveSearch live = new LiveSearch(IndexedCorpus.of(home, SeedFixture.FOLDER), SeedFixture.MODELS,
                SearchSettings.DEFAULT)) {
            live.use(state -> state.search(QUESTION));
            live.refresh();
            live.use(state -> {
                long before = state.caches().getOrDefault("questions", CacheStatistics.NONE).hits();
                state.search(QUESTION);
                assertThat(state.caches().getOrDefault("questions", CacheStatistics.NONE).hits()).isEqualTo(before + 1);
            });
        }
    }

    @Test
    void aStateThatCannotBeReadIsClosedAndTheOneBeforeGoesOn() {
        LuceneBackend index = IndexedCorpus.of(home, SeedFixture.FOLDER);
        boolean[] closed = {false};
        Backend damaged = with(index, Map.of("close", () -> closed[0] = true, "gather", () -> {
            throw new BackendException("index", "a file is damaged", new EOFException());
        }));
        Backend first = with(index, Map.of("latest", () -> damaged));
        try (LiveSearch live = new LiveSearch(first, SeedFixture.MODELS, SearchSettings.DEFAULT)) {
            assertThatThrownBy(live::refresh).hasMessageContaining("a file is damaged");
            assertThat(closed[0]).isTrue();
            live.use(state -> assertThat(state.search(QUESTION).hits()).isNotEmpty());
        }
    }

    @Test
    void anIndexWithoutVectorsAnswersByWordsUntilOneWithVectorsTakesItsPlace() {
        try (LuceneSink sink = LuceneSink.open(home.resolve("words"))) {
            new Indexer(SeedFixture.MODELS, Progress.NONE).withoutVectors().index(
                    Corpus.of(List.of(SeedFixture.FOLDER)), sink, List.of(), false);
        }
        try (LiveSearch live = new LiveSearch(LuceneBackend.open(home.resolve("words")), SeedFixture.MODELS,
                SearchSettings.DEFAULT)) {
            live.use(state -> {
                assertThat(state.isLexicalOnly()).isTrue();
                Results results = state.search(Query.of("gates against the vanishnig gradient", Mode.HYBRID));
                assertThat(results.lexicalOnly()).isTrue();
                assertThat(results.corrections()).isNotEmpty();
                assertThat(results.hits().getFirst().entry().number()).isEqualTo("8");
                assertThat(state.search(Query.of("vanishing gradient", Mode.LEXICAL)).hits()).isNotEmpty();
                EntryId first = results.hits().getFirst().entry().id();
                assertThat(state.vectors(first)).isEmpty();
                assertThat(state.indexSize().total()).isPositive();
                assertThat(new Related(state).of(first, 3).orElseThrow().hits()).hasSize(3)
                        .noneMatch(hit -> hit.entry().id().equals(first));
                assertThatThrownBy(() -> state.search(Query.of("gates", Mode.DENSE)))
                        .isInstanceOf(ModelException.class).hasMessageContaining("no vectors");
            });
            live.replace(IndexedCorpus.of(home, SeedFixture.FOLDER));
            live.use(state -> {
                assertThat(state.isLexicalOnly()).isFalse();
                assertThat(state.search(QUESTION).lexicalOnly()).isFalse();
                assertThat(state.search(Query.of("gates", Mode.DENSE)).hits()).isNotEmpty();
            });
        }
    }

    /** An index some of whose methods do something else. */
    private static Backend with(Backend index, Map<String, Supplier<Object>> methods) {
        return (Backend) Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[]{Backend.class},
                (proxy, method, arguments) -> {
                    Supplier<Object> other = methods.get(method.getName());
                    if (other == null) {
                        try {
                            return method.invoke(index, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                    Object given = other.get();
                    return method.getReturnType() == void.class ? null : given;
                });
    }
}
