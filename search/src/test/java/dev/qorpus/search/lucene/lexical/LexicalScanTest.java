package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.instancio.Instancio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.lucene.segment.EntryIdCache;
import dev.qorpus.search.lucene.segment.SearcherContext;
import dev.qorpus.search.lucene.segment.SegmentCache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.field;

class LexicalScanTest {

    private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    /** Smaller than the larger of the indexes, so that cores divide these. */
    private static final int RANGE = 700;

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            // The first words are common, the last rare.
            text.append(WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 3)))).append(' ');
        }
        return text.toString();
    }

    /** Several segments, with documents deleted. */
    private static void write(Directory directory, Random random, int documents) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig()
                .setMergePolicy(NoMergePolicy.INSTANCE).setSimilarity(LuceneSchema.similarity()))) {
            for (int i = 0; i < documents; i++) {
                Document document = new Document();
                document.add(new StringField("n", Integer.toString(i), Field.Store.NO));
                document.add(new TextField(LuceneSchema.TEXT, text(random), Field.Store.NO));
                writer.addDocument(document);
                if (random.nextInt(documents / 3) == 0) {
                    writer.flush();
                }
            }
            writer.flush();
            for (int i = 0; i < 20; i++) {
                writer.deleteDocuments(new Term("n", Integer.toString(random.nextInt(documents))));
            }
        }
    }

    /** How terms are weighed, and the seed of documents and question. */
    record Case(LexicalModel model, long seed) {}

    @Test
    void scoresAreThoseOfLucene() {
        Property.of(Instancio.of(Case.class).supply(field(Case::seed), Numbers.any()))
                .holds(40, 20261129,
                        each -> assertScoresAreThoseOfLucene(each.model(), new Random(each.seed()), 300));
    }

    /** More documents than are scored together. */
    @Test
    void scoresOfManyDocumentsAreThoseOfLucene() throws IOException {
        assertScoresAreThoseOfLucene(LexicalModel.BM25, new Random(1), 100_000);
    }

    /** Some segments have few of the documents that pass, others more. */
    @Test
    void scoresOfTheDocumentsThatPassAreThoseOfLucene() {
        Property.of(Instancio.of(Case.class).supply(field(Case::seed), Numbers.any())).holds(20, 20261130, each -> {
            Random random = new Random(each.seed());
            List<BytesRef> passing = random.ints(40, 0, 2_000).mapToObj(n -> new BytesRef(Integer.toString(n)))
                    .toList();
            assertScoresAreThoseOfLucene(each.model(), random, 2_000, new TermInSetQuery("n", passing));
        });
    }

    private static void assertScoresAreThoseOfLucene(LexicalModel model, Random random, int documents)
            throws IOException {
        assertScoresAreThoseOfLucene(model, random, documents, null);
    }

    private static void assertScoresAreThoseOfLucene(LexicalModel model, Random random, int documents,
            @Nullable Query filter) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            write(directory, random, documents);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new TermWeighting(model).similarity());
                List<WeightedTerm> terms = List.of(new WeightedTerm("absent", 1, 0),
                        new WeightedTerm(WORDS.get(random.nextInt(4)), 3, 1),
                        new WeightedTerm(WORDS.get(4 + random.nextInt(4)), 0.5, 2));
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                terms.forEach(term -> query.add(
                        new BoostQuery(new TermQuery(new Term(LuceneSchema.TEXT, term.term())), (float) term.weight()),
                        BooleanClause.Occur.SHOULD));
                if (filter != null) {
                    query.add(filter, BooleanClause.Occur.FILTER).setMinimumNumberShouldMatch(1);
                }
                SearcherContext context = new SearcherContext("here", searcher, reader.numDocs(),
                        new EntryIdCache(reader.maxDoc()), SegmentCache.of(reader));
                LexicalScan scan = LexicalScan.of(context, terms,
                        TermPostings.of(context, terms.stream().map(LuceneSchema::term).toList()),
                        filter == null ? null : context.weight(filter), RANGE);
                ScoreDoc[] found = searcher.search(query.build(), documents).scoreDocs;
                assertThat(scan.total()).isEqualTo(found.length);
                for (ScoreDoc doc : found) {
                    assertThat(scan.score(doc.doc)).isEqualTo(doc.score);
                }
                if (found.length > 10) {
                    assertThat(scan.above(found[9].score)).isLessThanOrEqualTo(9);
                    assertThat(scan.top(10)).hasSizeGreaterThanOrEqualTo(10)
                            .allMatch(scored -> scored.score() >= found[9].score)
                            .isSortedAccordingTo(Comparator.comparingInt(LexicalScan.Scored::doc));
                }
            }
        }
    }
}
