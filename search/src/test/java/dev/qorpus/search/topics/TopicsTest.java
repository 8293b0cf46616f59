package dev.qorpus.search.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.SearchSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics of real entries with their real vectors. */
class TopicsTest {

    @TempDir
    Path home;

    private TopicMap topics(Path corpus) {
        try (LuceneBackend backend = IndexedCorpus.of(home, corpus)) {
            return new Topics(new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT)).find();
        }
    }

    @Test
    void theSeedFallsIntoTopicsLikeItsSections() {
        TopicMap map = topics(SeedFixture.FOLDER);
        assertThat(map.topics()).hasSizeBetween(4, 9);
        assertThat(map.entries()).hasSize(27).extracting(TopicMap.Place::id).isSorted();
        assertThat(purity(map)).isGreaterThan(0.8);
        for (int i = 0; i < map.topics().size(); i++) {
            int number = i;
            TopicMap.Topic topic = map.topics().get(i);
            assertThat(map.entries()).filteredOn(place -> place.topic() == number).hasSize(topic.size())
                    .containsAll(topic.representatives());
        }
        assertThat(map.topics()).extracting(TopicMap.Topic::size)
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(map.topics()).extracting(TopicMap.Topic::label).doesNotHaveDuplicates()
                .anyMatch(label -> label.contains("OpenVLA")).anyMatch(label -> label.contains("FlashAttention"));
    }

    /** The share of entries in whose topic their own section is the most frequent one. */
    private static double purity(TopicMap map) {
        Map<String, String> sections = sections();
        Map<Integer, Map<String, Integer>> counts = new HashMap<>();
        for (TopicMap.Place place : map.entries()) {
            String number = place.id().value().replaceAll(".*#q(\\d+)-.*", "Q$1");
            counts.computeIfAbsent(place.topic(), topic -> new HashMap<>())
                    .merge(Objects.requireNonNull(sections.get(number), number), 1, Integer::sum);
        }
        return counts.values().stream()
                .mapToInt(found -> found.values().stream().mapToInt(Integer::intValue).max().orElse(0)).sum()
                / (double) map.entries().size();
    }

    /** The headings above the seed's questions, read from its file. */
    private static Map<String, String> sections() {
        Map<String, String> sections = new HashMap<>();
        String section = "";
        try {
            for (String line : Files.readAllLines(SeedFixture.FOLDER.resolve("models.md"))) {
                if (line.startsWith("## ")) {
                    section = line;
                } else if (line.startsWith("### ")) {
                    sections.put(line.replaceAll("^### (Q\\d+).*", "$1"), section);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the seed", e);
        }
        return sections;
    }

    @Test
    void theSameIndexGivesTheSameTopics() {
        TopicMap once = topics(SeedFixture.FOLDER);
        TopicMap again = topics(SeedFixture.FOLDER);
        assertThat(again.entries()).isEqualTo(once.entries());
        assertThat(again.topics()).isEqualTo(once.topics());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void fewEntriesAndEqualOnesHaveATopicAndAPlace(int entries) throws IOException {
        Path corpus = Files.createDirectory(home.resolve("corpus"));
        for (int i = 0; i < entries; i++) {
            Files.writeString(corpus.resolve("tea-" + i + ".md"), "## What is tea?\n\nLeaves in hot water.\n");
        }
        TopicMap map = topics(corpus);
        assertThat(map.entries()).hasSize(entries).allSatisfy(place -> {
            assertThat(place.x()).isBetween(0f, 1f);
            assertThat(place.y()).isBetween(0f, 1f);
        });
        assertThat(map.topics()).hasSize(1);
        if (entries > 1) {
            assertThat(map.topics().getFirst().label()).contains("tea");
        }
        assertThat(map.withoutTopic()).isZero();
    }

    @Test
    void anEmptyIndexHasNoTopics() throws IOException {
        Path note = Files.writeString(home.resolve("tea.md"), "## What is tea?\n\nLeaves in hot water.\n");
        SeedFixture.index(LuceneSink.open(home.resolve("index")), note);
        try (LuceneSink sink = LuceneSink.open(home.resolve("index"))) {
            sink.remove(new EntryId("tea.md#what-is-tea"));
            sink.publish(sink.manifest().orElseThrow());
        }
        try (LuceneBackend backend = LuceneBackend.open(home.resolve("index"))) {
            TopicMap map = new Topics(new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT)).find();
            assertThat(map.entries()).isEmpty();
            assertThat(map.topics()).isEmpty();
        }
    }
}
