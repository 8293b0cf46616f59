package dev.qorpus.search.compare;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.AlignedWord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** With the word vectors that are made of the default model, and words as an index of the seed reads them. */
class NearestWordsTest {

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static NearestWords words;

    @BeforeAll
    static void index() {
        backend = IndexedCorpus.of(home, SeedFixture.FOLDER);
        words = new NearestWords(SeedFixture.MODELS.embedder("word-vectors"), backend::words);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @Test
    void eachWordOfTheQuestionMeetsItsNearest() {
        assertThat(words.of("How do I repair a broken automobile?", "The mechanic fixes your car in the garage."))
                .anySatisfy(pair -> {
                    assertThat(pair.word()).isEqualTo("automobile");
                    assertThat(pair.nearest()).isEqualTo("mechanic");
                }).isSortedAccordingTo((one, other) -> Double.compare(other.cosine(), one.cosine()));
    }

    /** "Chop" is in no answer; "splitting" is what it means here. */
    @Test
    void anIndexWithTokensComparesWordsInTheirContext() {
        Search search = IndexedCorpus.search(backend);
        String question = "chop an image into squares before the transformer sees it";
        StoredEntry entry = search.search(Query.of(question, Mode.HYBRID)).hits().stream().findFirst()
                .flatMap(hit -> search.entry(hit.entry().id())).orElseThrow();
        List<AlignedWord> aligned = search.alignment(question, entry);
        List<NearestWords.Pair> pairs = new Compare(search).words(question, entry);
        assertThat(pairs).isNotEmpty().isSortedAccordingTo((one, other) -> Double.compare(other.cosine(), one.cosine()))
                .allSatisfy(pair -> {
                    assertThat(pair.word()).isNotEqualToIgnoringCase(pair.nearest());
                    assertThat(aligned).anySatisfy(word -> {
                        assertThat(word.word()).isEqualTo(pair.word());
                        assertThat(word.partner()).isEqualTo(pair.nearest());
                    });
                });
        assertThat(pairs).extracting(NearestWords.Pair::word, NearestWords.Pair::nearest)
                .contains(tuple("chop", "splitting"));
    }

    @Test
    void wordsThatBothHaveAndWordsOfGrammarAreLeftOut() {
        assertThat(words.of("Where should the garage be?", "The garage should be here.")).isEmpty();
        assertThat(words.of("", "")).isEmpty();
        assertThat(words.of("automobile", "")).isEmpty();
    }
}
