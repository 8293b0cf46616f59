package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.models.vectors.UnitVectors;
import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;
import dev.qorpus.search.lucene.segment.EntryIdCache;
import dev.qorpus.search.lucene.segment.SearcherContext;
import dev.qorpus.search.lucene.segment.SegmentCache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.field;

/** The scan against a comparison of floats, one by one. */
class DenseScanTest {

    private static final String SPACE = "space";
    private static final VectorScore SCORE = (question, passage) -> (Math.max(question, passage) + passage) / 2;

    /** How many entries, of how many dimensions, how many are wanted of the best, and whether some are left out. */
    record Case(int entries, int dimensions, int depth, boolean filtered, long seed) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Written(EntryId id, float[] question, List<float[]> passages) {

        VectorMatch match(float[] vector) {
            float own = cosine(question, vector);
            float best = own;
            int nearest = VectorMatch.NO_PASSAGE;
            for (int i = 0; i < passages.size(); i++) {
                float cosine = cosine(passages.get(i), vector);
                if (nearest < 0 || cosine > best) {
                    best = cosine;
                    nearest = i;
                }
            }
            return new VectorMatch(id, own, best, nearest);
        }

        private static float cosine(float[] one, float[] other) {
            return (float) Math.clamp(UnitVectors.dot(other, one), -1, 1);
        }
    }

    private static float[] unit(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return VectorUtil.l2normalize(vector);
    }

    /** Near to another, so that bytes alone cannot tell them apart. */
    private static float[] near(Random random, float[] other) {
        float[] vector = other.clone();
        vector[random.nextInt(vector.length)] += 1e-4f * random.nextFloat();
        return VectorUtil.l2normalize(vector);
    }

    private static List<Written> entries(Random random, Case each) {
        List<Written> entries = new ArrayList<>();
        for (int i = 0; i < each.entries(); i++) {
            boolean copy = i > 0 && random.nextInt(3) == 0;
            Written other = copy ? entries.get(random.nextInt(i)) : null;
            List<float[]> passages = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0; p--) {
                passages.add(other == null
                        ? unit(random, each.dimensions())
                        : random.nextInt(4) == 0 ? other.question() : near(random, other.question()));
            }
            entries.add(new Written(new EntryId("file.md#" + i),
                    other == null ? unit(random, each.dimensions()) : near(random, other.question()), passages));
        }
        return entries;
    }

    /** Several segments, with entries deleted. */
    private static void write(Directory directory, Random random, List<Written> entries) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory,
                new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (Written entry : entries) {
                List<Document> block = new ArrayList<>();
                int count = entry.passages().size();
                for (int i = 0; i < count; i++) {
                    Document child = new Document();
                    child.add(new StringField(LuceneSchema.ID, entry.id().value(), Field.Store.NO));
                    child.add(new NumericDocValuesField(LuceneSchema.TO_PARENT, count - i));
                    child.add(vector(LuceneSchema.passageVectors(SPACE), entry.passages().get(i)));
                    block.add(child);
                }
                Document parent = new Document();
                parent.add(new StringField(LuceneSchema.KIND, LuceneSchema.PARENT, Field.Store.NO));
                parent.add(new StringField(LuceneSchema.ID, entry.id().value(), Field.Store.NO));
                parent.add(new BinaryDocValuesField(LuceneSchema.ID_VALUE, new BytesRef(entry.id().value())));
                parent.add(vector(LuceneSchema.questionVectors(SPACE), entry.question()));
                block.add(parent);
                writer.addDocuments(block);
                if (random.nextInt(entries.size()) < 3) {
                    writer.flush();
                }
            }
            writer.flush();
            for (int i = entries.size() / 10; i > 0; i--) {
                Written gone = entries.remove(random.nextInt(entries.size()));
                writer.deleteDocuments(new Term(LuceneSchema.ID, gone.id().value()));
            }
        }
    }

    private static KnnFloatVectorField vector(String field, float[] vector) {
        return new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT);
    }

    @Test
    void theBestTheirScoresAndAllRanksAreExact() {
        Property.of(Instancio.of(Case.class).supply(field(Case::entries), Numbers.between(1, 900))
                .supply(field(Case::dimensions), Numbers.between(2, 70))
                .supply(field(Case::depth), Numbers.between(1, 40)).supply(field(Case::seed), Numbers.any()))
                .holds(25, 20261130, DenseScanTest::assertExact);
    }

    /** Those that come at the same time are compared in one pass. */
    @Test
    void manyAtOnceFindWhatEachFindsAlone() throws Exception {
        Random random = new Random(4);
        List<Written> entries = entries(random, new Case(2_000, 64, 10, false, 4));
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, random, entries);
            try (DirectoryReader reader = DirectoryReader.open(directory);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                SearcherContext context = new SearcherContext("here", new IndexSearcher(reader), entries.size(),
                        new EntryIdCache(reader.maxDoc()), SegmentCache.of(reader));
                List<float[]> asked = Stream.generate(() -> unit(random, 64)).limit(200).toList();
                List<Future<List<VectorMatch>>> found = new ArrayList<>();
                for (float[] vector : asked) {
                    found.add(threads.submit(() -> DenseScan.of(context, SPACE, vector, null).nearest(10, SCORE)
                            .best()));
                }
                for (int i = 0; i < asked.size(); i++) {
                    assertThat(found.get(i).get()).isEqualTo(
                            DenseScan.of(context, SPACE, asked.get(i), null).nearest(10, SCORE).best());
                }
            }
        }
    }

    private static void assertExact(Case each) throws IOException {
        Random random = new Random(each.seed());
        List<Written> entries = entries(random, each);
        float[] asked = random.nextBoolean()
                ? unit(random, each.dimensions())
                : entries.get(random.nextInt(entries.size())).question();
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, random, entries);
            if (each.filtered()) {
                entries.removeIf(entry -> entry.id().hashCode() % 3 == 0);
            }
            List<BytesRef> wanted = entries.stream().map(entry -> new BytesRef(entry.id().value())).toList();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                SearcherContext context = new SearcherContext("here", new IndexSearcher(reader), entries.size(),
                        new EntryIdCache(reader.maxDoc()), SegmentCache.of(reader));
                DenseScan scan = DenseScan.of(context, SPACE, asked,
                        each.filtered() ? context.weight(new TermInSetQuery(LuceneSchema.ID, wanted)) : null);
                assertExact(scan, context, entries.stream().map(entry -> entry.match(asked)).toList(), each.depth());
            }
        }
    }

    private static void assertExact(DenseScan scan, SearcherContext context, List<VectorMatch> all, int depth)
            throws IOException {
        DenseScan.Ranked ranked = scan.nearest(depth, SCORE);
        List<VectorMatch> sorted = all.stream().sorted(Comparator.comparingDouble(DenseScanTest::score).reversed())
                .toList();
        float last = all.isEmpty() ? 0 : (float) score(sorted.get(Math.min(depth, sorted.size()) - 1));
        assertThat(ranked.best()).containsExactlyInAnyOrderElementsOf(
                sorted.stream().filter(match -> (float) score(match) >= last).toList());
        Set<VectorMatch> best = new HashSet<>(ranked.best());
        for (VectorMatch match : all) {
            assertThat(ranked.others().above(score(match))).isEqualTo((int) all.stream()
                    .filter(other -> !best.contains(other) && score(other) > score(match)).count());
            assertThat(scan.match(context.parent(match.id()))).isEqualTo(match);
        }
    }

    private static double score(VectorMatch match) {
        return SCORE.of(match.question(), match.passage());
    }
}
