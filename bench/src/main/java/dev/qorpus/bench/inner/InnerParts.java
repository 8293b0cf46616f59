package dev.qorpus.bench.inner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.corpus.question.MarkdownParser;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.fuse.OpinionPool;
import dev.qorpus.search.fuse.RetrieverScore;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.retrieve.RetrieverKind;

/** One thread; mean time of each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InnerParts {

    /** Names of the system properties that tell where the index and the corpus are. */
    static final String INDEX = "qorpus.bench.index";
    static final String CORPUS = "qorpus.bench.corpus";

    private static final int CANDIDATES = 200;
    private static final String QUESTION = "bok dahuk cok gafuk";
    private static final List<Double> BELOW = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);

    private final TextAnalysis analysis = TextAnalysis.of(List.of("en"));
    private final MarkdownParser parser = new MarkdownParser();
    private final List<List<RetrieverScore>> evidence = new ArrayList<>();
    private final Random random = new Random(1);
    private String text = "";
    private float[] vector = new float[0];
    private Backend backend;
    private IndexSearcher searcher;
    private Embedder embedder;

    /** For JMH: opens what is measured. */
    @SuppressWarnings("NullAway.Init") // JMH sets up before it measures.
    public InnerParts() {}

    /** Opens the index and the model. */
    @Setup
    public void open() throws IOException {
        backend = LuceneBackend.open(Path.of(System.getProperty(INDEX, "")));
        searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(System.getProperty(INDEX, "")))));
        searcher.setSimilarity(LuceneSchema.similarity());
        embedder = DjlModels.open(Models.spec(Models.DEFAULT), 1);
        text = Files.readString(Path.of(System.getProperty(CORPUS, "")));
        vector = embed();
        for (int i = 0; i < CANDIDATES; i++) {
            evidence.add(List.of(evidence(RetrieverKind.LEXICAL, i + 1), evidence(RetrieverKind.DENSE, i + 1)));
        }
    }

    /** Closes both. */
    @TearDown
    public void close() throws IOException {
        searcher.getIndexReader().close();
        backend.close();
        embedder.close();
    }

    /** Markdown to entries: the seed. */
    @Benchmark
    public MarkdownParser.Parsed parse() {
        return parser.parse("models.md", text);
    }

    /** A text's words: the seed's. */
    @Benchmark
    public Object analyse() throws IOException {
        return analysis.contentWords(text);
    }

    /** A question's vector. */
    @Benchmark
    public float[] embed() {
        return embedder.embedQuery("why does my network forget the beginning of a long text");
    }

    /** The hundred best of 10,000 entries by words. */
    @Benchmark
    public Object words() {
        return backend.lexical(QUESTION, Filter.NONE).top(100);
    }

    /** The same with the total, and the ranks of ten entries that are not among the best. */
    @Benchmark
    public Object wordsWithTotalAndRanks() {
        LexicalLookup lookup = backend.lexical(QUESTION, Filter.NONE);
        return List.of(lookup.top(100), lookup.total(), lookup.countAbove(BELOW));
    }

    /** The hundred best and the total by Lucene's own collector, without ranks of others. */
    @Benchmark
    public Object wordsByCollector() throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : QUESTION.split(" ", -1)) {
            query.add(new TermQuery(new Term(LuceneSchema.TEXT, term)), BooleanClause.Occur.SHOULD);
        }
        return searcher.search(query.build(), new TopScoreDocCollectorManager(100, Integer.MAX_VALUE));
    }

    /** The hundred best of them by their 20,000 vectors, on all cores. */
    @Benchmark
    public Object vectors() {
        return backend.dense(Models.DEFAULT, vector, Filter.NONE).nearest(100,
                (question, passage) -> question + passage);
    }

    /** Shares to parts of scores, for two hundred candidates. */
    @Benchmark
    public List<List<ScorePart>> fuse() {
        OpinionPool pool = OpinionPool.of(SearchSettings.DEFAULT.lexicalWeight());
        return evidence.stream().map(pool::parts).toList();
    }

    private RetrieverScore evidence(RetrieverKind retriever, int rank) {
        return new RetrieverScore(retriever, rank, random.nextDouble(), random.nextDouble(), random.nextDouble(),
                random.nextDouble(), 1, 1);
    }

    /** Words of the index near to one that it lacks. */
    @Benchmark
    public Object spelling() {
        return backend.vocabulary().similar("dahukok", 1);
    }
}
