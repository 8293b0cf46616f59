package dev.qorpus.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.FileRecords;
import dev.qorpus.indexer.lucene.IndexCommits;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Heading;
import dev.qorpus.search.backend.Highlighter;
import dev.qorpus.search.backend.IndexSize;
import dev.qorpus.search.backend.QuestionCompletion;
import dev.qorpus.search.backend.Vocabulary;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.evidence.EvidenceRequest;
import dev.qorpus.search.backend.evidence.LookupEvidence;
import dev.qorpus.search.backend.evidence.Overlap;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.AskedText;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.lucene.dense.GraphDense;
import dev.qorpus.search.lucene.dense.ScannedDense;
import dev.qorpus.search.lucene.dense.StoredTokens;
import dev.qorpus.search.lucene.dense.StoredVectors;
import dev.qorpus.search.lucene.lexical.LuceneFacetCounts;
import dev.qorpus.search.lucene.lexical.LuceneLexical;
import dev.qorpus.search.lucene.lexical.LuceneVocabulary;
import dev.qorpus.search.lucene.lexical.TermWeighting;
import dev.qorpus.search.lucene.segment.AnswerHashes;
import dev.qorpus.search.lucene.segment.EntryIdCache;
import dev.qorpus.search.lucene.segment.FilterQueries;
import dev.qorpus.search.lucene.segment.SearcherContext;
import dev.qorpus.search.lucene.segment.SegmentCache;

/** Reads an index folder that {@code LuceneSink} published, in its state when opened. */
public final class LuceneBackend implements Backend {

    /** Up to this many vectors an exact scan is faster than a graph. They take 77 MB at 384 dimensions. */
    static final int EXACT_UP_TO = 200_000;

    /** Above this many entries a lexical lookup takes longer than starting a thread. */
    private static final int ONE_BY_ONE_UP_TO = 100_000;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexManifest manifest;
    private final EntryIdCache ids;
    private final SegmentCache cache;
    private final SearcherContext context;
    private final TextAnalysis analysis;
    private final Vocabulary vocabulary;

    private final int exactUpTo;
    private @Nullable IndexSize indexSize;

    private LuceneBackend(String address, DirectoryReader reader, SegmentCache cache, int exactUpTo)
            throws IOException {
        this.exactUpTo = exactUpTo;
        this.directory = reader.directory();
        this.reader = reader;
        this.cache = cache;
        this.manifest = IndexCommits.manifest(address, reader);
        this.analysis = manifest.textAnalysis();
        this.ids = new EntryIdCache(reader.maxDoc());
        this.context = context(address, new TermWeighting(LexicalModel.BM25));
        this.vocabulary = new LuceneVocabulary(context, analysis);
    }

    private SearcherContext context(String address, TermWeighting weighting) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(weighting.similarity());
        return new SearcherContext(address, searcher, manifest.counts().entries(), ids, cache);
    }

    /**
     * Opens a folder for reading.
     *
     * @throws IndexException if it holds no index, or one that this Qorpus cannot read
     */
    public static LuceneBackend open(Path folder) {
        return open(folder, EXACT_UP_TO);
    }

    /** As above, with another limit between scans and graphs. */
    static LuceneBackend open(Path folder, int exactUpTo) {
        return open(folder.toString(), exactUpTo, SegmentCache::of);
    }

    private static LuceneBackend open(String address, int exactUpTo, Function<IndexReader, SegmentCache> cache) {
        Path folder = Path.of(address);
        if (!Files.isDirectory(folder)) {
            throw noIndex(address);
        }
        try {
            Directory directory = FSDirectory.open(folder);
            DirectoryReader reader = IndexCommits.open(address, directory).orElseThrow(() -> noIndex(address));
            return new LuceneBackend(address, reader, cache.apply(reader), exactUpTo);
        } catch (IOException e) {
            throw new IndexException(address, "cannot be read; check its permissions", e);
        }
    }

    private static IndexException noIndex(String address) {
        return new IndexException(address, "no index there; make one: qorpus index FOLDER, or qorpus serve FOLDER");
    }

    @Override
    public IndexManifest manifest() {
        return manifest;
    }

    @Override
    public List<FileRecord> files() {
        return context.attempt(() -> FileRecords.read(reader));
    }

    @Override
    public LexicalLookup lexical(LexicalModel model, AskedText text, Filter filter) {
        TermWeighting weighting = new TermWeighting(model);
        return new LuceneLexical(model == LexicalModel.BM25 ? context : context(context.address(), weighting),
                weighting,
                context.attempt(() -> analysis.terms(text.text(), text.beside())), filter);
    }

    @Override
    public Evidence gather(EvidenceRequest request) {
        boolean large = manifest.counts().entries() > ONE_BY_ONE_UP_TO;
        return LookupEvidence.gather(this, request, large ? Overlap.PROPOSALS : Overlap.NONE);
    }

    @Override
    public DenseLookup dense(String space, float[] vector, Filter filter) {
        return reader.numDocs() <= exactUpTo
                ? new ScannedDense(context, space, vector, filter)
                : new GraphDense(context, space, vector, filter);
    }

    @Override
    public Optional<StoredEntry> entry(EntryId id) {
        return Optional.ofNullable(entries(List.of(id)).get(id));
    }

    @Override
    public Map<EntryId, StoredEntry> entries(Collection<EntryId> ids) {
        return context.attempt(() -> {
            Map<EntryId, StoredEntry> entries = new LinkedHashMap<>();
            for (EntryId id : ids) {
                int parent = context.parent(id);
                if (parent != SearcherContext.ABSENT) {
                    Document document = context.searcher().storedFields().document(parent);
                    entries.put(id, new StoredEntry(LuceneSchema.entry(document), LuceneSchema.passages(document)));
                }
            }
            return entries;
        });
    }

    @Override
    public Set<EntryId> passing(Collection<EntryId> ids, Filter filter) {
        return context.attempt(() -> context.passing(ids, filter));
    }

    @Override
    public Map<EntryId, Long> answers(Collection<EntryId> ids) {
        return context.attempt(() -> new AnswerHashes(context).of(ids));
    }

    @Override
    public Map<EntryId, List<byte[]>> tokens(String space, Collection<EntryId> ids) {
        return context.attempt(() -> new StoredTokens(context, space).of(ids));
    }

    @Override
    public List<Heading> tableOfContents(String file) {
        return context.attempt(() -> LuceneTableOfContents.of(context, file));
    }

    @Override
    public Optional<EntryVectors> vectors(String space, EntryId id) {
        return context.attempt(() -> new StoredVectors(context, space).of(id));
    }

    @Override
    public void vectors(String space, BiConsumer<EntryId, EntryVectors> each) {
        context.attempt(() -> {
            new StoredVectors(context, space).each(each);
            return true;
        });
    }

    @Override
    public List<Word> words(String text) {
        return context.attempt(() -> analysis.contentWords(text));
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public boolean isCurrent() {
        // By the commit's random id: a rebuilt index counts its generations from 1 again.
        return context.attempt(() -> reader instanceof StandardDirectoryReader opened && Arrays
                .equals(SegmentInfos.readLatestCommit(directory).getId(), opened.getSegmentInfos().getId()));
    }

    @Override
    public LuceneBackend latest() {
        return open(context.address(), exactUpTo, cache::next);
    }

    @Override
    public void verify() {
        context.attempt(() -> {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        });
    }

    @Override
    public synchronized IndexSize indexSize() {
        if (indexSize == null) {
            indexSize = context.attempt(() -> LuceneIndexSize.of(reader, manifest.spaces()));
        }
        return indexSize;
    }

    @Override
    public Map<String, Map<String, Integer>> counts(Collection<String> fields, Filter filter) {
        return context.attempt(() -> new LuceneFacetCounts(context).of(FilterQueries.parents(filter), fields));
    }

    @Override
    public List<QuestionCompletion> questionCompletions(String words, boolean mistyped, int k) {
        return context.attempt(() -> new LuceneCompletions(context).of(words, mistyped, k));
    }

    @Override
    public Highlighter highlighter(String query) {
        Set<String> terms = context.attempt(() -> analysis.marked(query));
        return text -> context.attempt(() -> analysis.spans(terms, text));
    }

    @Override
    public void close() {
        context.attempt(() -> {
            reader.close();
            directory.close();
            return true;
        });
    }
}
