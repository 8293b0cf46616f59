package dev.qorpus.indexer;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelLoader;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Runs over a changing folder, into a real index with a real model. */
class IndexerTest {

    private static final Models MODELS = DjlModels.models(2);

    @TempDir
    Path home;

    private Path notes;
    private Path index;

    @BeforeEach
    void folders() throws IOException {
        notes = Files.createDirectory(home.resolve("notes"));
        index = home.resolve("index");
        Files.writeString(notes.resolve("a.md"), """
                ## Fruit
                ### Q1. What is an apple?
                **T:** Basic

                **A:** A round fruit that grows on trees.
                ### Q2. What is a quince?
                **A:** A hard yellow fruit, cooked before it is eaten.
                """);
        Files.writeString(notes.resolve("b.md"), "# Is tea a drink?\nYes, made from leaves.\n");
    }

    @AfterAll
    static void close() {
        MODELS.close();
    }

    @Test
    void onlyWhatChangedIsEmbeddedAgain() throws IOException {
        IndexReport first = run();
        assertThat(counts(first)).containsExactly(3, 0, 0,
                3);
        assertThat(first.manifest().counts().entries()).isEqualTo(3);
        assertThat(first.manifest().valuesOf("type")).containsEntry("Basic", 1);
        assertThat(first.manifest().spaces()).containsExactly("minilm");

        IndexReport same = run();
        assertThat(counts(same)).containsExactly(0, 0, 0, 0);
        assertThat(same.manifest()).isEqualTo(first.manifest());

        Files.writeString(notes.resolve("b.md"), "# Is tea a drink?\nYes, and a meal in some places.\n");
        IndexReport changed = run();
        assertThat(counts(changed))
                .containsExactly(0, 1, 0, 1);
        assertThat(changed.manifest().digest()).isNotEqualTo(first.manifest().digest());

        Files.delete(notes.resolve("a.md"));
        IndexReport removed = run();
        assertThat(counts(removed))
                .containsExactly(0, 0, 2, 0);
        assertThat(published()).containsExactly("b.md#is-tea-a-drink");
    }

    @Test
    void aNewIndexHasTheModelThatKnowsMostEntries() throws IOException {
        Files.delete(notes.resolve("a.md"));
        Files.writeString(notes.resolve("zh.md"), """
                ## 蜂蜜是怎么来的？
                蜜蜂采集花蜜，带回蜂巢，用翅膀扇风，让水分蒸发，最后变成蜂蜜。
                ## 谁来守卫蜂巢？
                年长的工蜂守在蜂巢的入口，赶走黄蜂和其他的敌人。
                """);
        IndexReport first = run();
        assertThat(first.manifest().languages()).containsEntry("zh", 2).containsEntry("en", 1);
        assertThat(first.manifest().spaces()).containsExactly("bge-zh");
        assertThat(first.choseModel()).isTrue();

        Files.delete(notes.resolve("zh.md"));
        IndexReport english = run();
        assertThat(english.manifest().spaces()).as("an index keeps its model").containsExactly("bge-zh");
        assertThat(english.choseModel()).isFalse();
    }

    @Test
    void aModelThatIsNamedIsTakenInAnyLanguage() throws IOException {
        Files.delete(notes.resolve("a.md"));
        Files.writeString(notes.resolve("b.md"), "## 蜂蜜是怎么来的？\n蜜蜂采集花蜜，带回蜂巢，最后变成蜂蜜。\n");
        IndexReport report = run("minilm-q");
        assertThat(report.manifest().spaces()).containsExactly("minilm-q");
        assertThat(report.choseModel()).isFalse();
    }

    @Test
    void theVariantOfEightBitsIsThatOfTheModelWhichKnowsMostEntries() throws IOException {
        assertThat(quantised().manifest().spaces()).containsExactly("minilm-q");
        assertThat(quantised().manifest().spaces()).as("an index keeps its variant").containsExactly("minilm-q");
        assertThat(run().manifest().spaces()).containsExactly("minilm-q");

        Files.delete(notes.resolve("a.md"));
        Files.writeString(notes.resolve("b.md"), "## 蜂蜜是怎么来的？\n蜜蜂采集花蜜，带回蜂巢，最后变成蜂蜜。\n");
        try (EntrySink sink = LuceneSink.open(index.resolveSibling("zh"))) {
            IndexReport chinese = new Indexer(MODELS, Progress.NONE).withQuantisedModels().index(corpus(), sink,
                    List.of(), false);
            assertThat(chinese.manifest().spaces()).containsExactly("bge-zh-q");
            assertThat(chinese.choseModel()).isTrue();
        }
    }

    @Test
    void theVariantOfEightBitsIsRefusedWhereThereIsNoneOrTheIndexHasAnother() {
        run("minilm");
        assertThatThrownBy(this::quantised).isInstanceOf(IndexException.class)
                .hasMessageContaining("has vectors of [minilm], not of [minilm-q]; rebuild it");
        assertThatThrownBy(() -> quantised("word-vectors")).isInstanceOf(ModelException.class)
                .hasMessageContaining("has no variant of 8 bits; those that have one are minilm, bge, e5, bge-zh");
    }

    private IndexReport quantised(String... models) {
        try (EntrySink sink = LuceneSink.open(index)) {
            return new Indexer(MODELS, Progress.NONE).withQuantisedModels().index(corpus(), sink, List.of(models),
                    false);
        }
    }

    @Test
    void movedEntriesKeepTheirVectors() throws IOException {
        run();
        // The name stays, because it is the title of the document, which is embedded.
        Files.move(notes.resolve("a.md"), Files.createDirectory(notes.resolve("more")).resolve("a.md"));
        Files.writeString(notes.resolve("b.md"),
                "<!-- Some words first. -->\n\n# Is tea a drink?\nYes, made from leaves.\n");
        IndexReport moved = run();
        assertThat(counts(moved)).containsExactly(2, 1, 2,
                0);
    }

    @Test
    void aCorpusWithoutEntriesIsRefusedIfItNeverHadAny() throws IOException {
        Files.delete(notes.resolve("a.md"));
        Files.writeString(notes.resolve("b.md"), "<!-- Nothing yet. -->\n");
        assertThatThrownBy(this::run).isInstanceOf(CorpusException.class).hasMessageContaining("no entry in 1 file")
                .hasMessageContaining("the index was not changed");
        Files.delete(notes.resolve("b.md"));
        assertThatThrownBy(this::run).isInstanceOf(CorpusException.class)
                .hasMessageContaining("no file that can be read");
    }

    @Test
    void anEmptiedFolderLeavesNoEntry() throws IOException {
        run();
        Files.delete(notes.resolve("a.md"));
        Files.delete(notes.resolve("b.md"));
        IndexReport report = run();
        assertThat(counts(report)).containsExactly(0, 0, 3, 0);
        assertThat(report.manifest().counts().entries()).isZero();
        assertThat(published()).isEmpty();
    }

    @Test
    void anEmptyFolderOfAnotherNameLeavesTheIndexAsItWas() throws IOException {
        run();
        Path other = Files.createDirectory(notes.resolveSibling("other"));
        Corpus empty = Corpus.of(List.of(other));
        assertThatThrownBy(() -> index(empty)).isInstanceOf(CorpusException.class)
                .hasMessageContaining("no file that can be read");
        assertThat(published()).hasSize(3);
    }

    @Test
    void anUnreadableFileKeepsWhatWasIndexedOfIt() throws IOException {
        run();
        Files.write(notes.resolve("a.md"), new byte[]{'#', '\n', (byte) 0xE9, '\n'});
        IndexReport report = run();
        assertThat(report.incomplete()).isTrue();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Finding.Rule.UNREADABLE_FILE);
            assertThat(finding.message()).isEqualTo("not UTF-8 (byte 0xE9 in line 2); save the file as UTF-8");
            assertThat(finding.line()).isEqualTo(2);
        });
        assertThat(published()).hasSize(3);
    }

    @Test
    void otherModelsNeedARebuild() {
        run();
        assertThatThrownBy(() -> run("minilm-q")).isInstanceOf(IndexException.class)
                .hasMessageContaining("[minilm], not of [minilm-q]").hasMessageContaining("qorpus index --rebuild");
        try (EntrySink sink = LuceneSink.open(index)) {
            IndexReport rebuilt = new Indexer(MODELS, Progress.NONE).index(corpus(), sink, List.of("minilm-q"), true);
            assertThat(rebuilt.counts().added()).isEqualTo(3);
        }
        assertThat(run().manifest().spaces()).containsExactly("minilm-q");
        assertThat(published()).hasSize(3);
    }

    @Test
    void twoRunsAtOnceAreRefused() {
        try (EntrySink sink = LuceneSink.open(index)) {
            assertThat(sink.manifest()).isEmpty();
            assertThatThrownBy(this::run).isInstanceOf(IndexException.class)
                    .hasMessageContaining("is being written by another process");
        }
    }

    @Test
    void aFolderWithOtherFilesIsNotWrittenInto() {
        assertThatThrownBy(() -> LuceneSink.open(notes)).isInstanceOf(IndexException.class)
                .hasMessageContaining("contains files that are no index");
    }

    @Test
    void anIndexWithoutVectorsIsMadeOfTheSameEntriesWithoutAModel() {
        Models none = new Models((ModelLoader) Proxy.newProxyInstance(ModelLoader.class.getClassLoader(),
                new Class<?>[]{ModelLoader.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("no model is needed, but " + method.getName() + " was called");
                }));
        IndexReport words;
        try (EntrySink sink = LuceneSink.open(index.resolveSibling("words"))) {
            words = new Indexer(none, Progress.NONE).withoutVectors().index(corpus(), sink, List.of(), false);
        }
        assertThat(counts(words)).containsExactly(3, 0, 0, 0);
        assertThat(words.manifest().wordsOnly()).isTrue();
        IndexReport whole = run();
        assertThat(whole.manifest().wordsOnly()).isFalse();
        assertThat(words.manifest().digest()).isEqualTo(whole.manifest().digest());
        assertThat(words.manifest().values()).isEqualTo(whole.manifest().values());
        assertThat(words.manifest().spaces()).isEqualTo(whole.manifest().spaces());
    }

    private IndexReport run(String... models) {
        return index(corpus(), models);
    }

    private IndexReport index(Corpus corpus, String... models) {
        try (EntrySink sink = LuceneSink.open(index)) {
            return new Indexer(MODELS, Progress.NONE).index(corpus, sink, List.of(models), false);
        }
    }

    private static List<Integer> counts(IndexReport report) {
        IndexReport.Counts counts = report.counts();
        return List.of(counts.added(), counts.changed(), counts.removed(), counts.embedded());
    }

    private Corpus corpus() {
        return Corpus.of(List.of(notes));
    }

    private List<String> published() {
        try (EntrySink sink = LuceneSink.open(index)) {
            return sink.files().stream().flatMap(file -> file.hashes().keySet().stream()).map(EntryId::value).sorted()
                    .toList();
        }
    }
}
