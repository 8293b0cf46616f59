package dev.qorpus.search.opensearch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.PublishedReader;
import dev.qorpus.indexer.opensearch.PublishedState;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
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
import dev.qorpus.search.lucene.lexical.TermWeighting;

/** Reads an index in a cluster, in its published state when opened. */
public final class OpenSearchBackend implements Backend {

    private final ClusterAddress address;
    private final ClusterAccess access;
    private final ClusterSearcher searcher;
    private final TermFrequencies frequencies;
    private final EntryReader reader;
    private final CandidateCache candidates;
    private final TextAnalysis analysis;
    private final Vocabulary vocabulary;
    private final ExactLimits exactness;
    private @Nullable IndexSize indexSize;

    private OpenSearchBackend(ClusterAddress address, ClusterAccess access, ClusterSearcher searcher,
            ExactLimits exactness) {
        this.address = address;
        this.access = access;
        this.searcher = searcher;
        this.frequencies = new TermFrequencies(searcher);
        this.reader = new EntryReader(searcher);
        this.candidates = new CandidateCache(reader);
        this.analysis = searcher.published().manifest().textAnalysis();
        this.vocabulary = new OpenSearchVocabulary(searcher, frequencies, analysis);
        this.exactness = exactness;
    }

    /**
     * Opens an index for reading.
     *
     * @throws IndexException if there is none, or one that this Qorpus cannot read
     */
    public static OpenSearchBackend open(ClusterAddress address, ClusterAccess access) {
        return open(address, access, ExactLimits.DEFAULT);
    }

    /** As above, with other limits. */
    static OpenSearchBackend open(ClusterAddress address, ClusterAccess access, ExactLimits exactness) {
        try {
            Cluster cluster = Cluster.of(address, access);
            try {
                PublishedState published = PublishedState.read(cluster, address)
                        .orElseThrow(() -> new IndexException(address.text(),
                                "no index there; make one: qorpus index FOLDER, or qorpus serve FOLDER"));
                return new OpenSearchBackend(address, access, new ClusterSearcher(address.text(), cluster, published),
                        exactness);
            } catch (ClusterException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        } catch (ClusterException e) {
            throw new IndexException(address.text(), e.getMessage(), e);
        }
    }

    @Override
    public IndexManifest manifest() {
        return searcher.published().manifest();
    }

    @Override
    public List<FileRecord> files() {
        return searcher.attempt(() -> new PublishedReader(searcher.cluster(), searcher.published()).files());
    }

    @Override
    public LexicalLookup lexical(LexicalModel model, AskedText text, Filter filter) {
        return new OpenSearchLexical(searcher, frequencies, new TermWeighting(model),
                analysis.terms(text.text(), text.beside()), filter, exactness.words());
    }

    @Override
    public Evidence gather(EvidenceRequest request) {
        return LookupEvidence.gather(this, request, Overlap.ALL);
    }

    @Override
    public DenseLookup dense(String space, float[] vector, Filter filter) {
        return new OpenSearchDense(searcher, number(space), vector, filter, exactness.vectors());
    }

    private int number(String space) {
        return manifest().spaces().indexOf(space);
    }

    @Override
    public Optional<StoredEntry> entry(EntryId id) {
        return Optional.ofNullable(entries(List.of(id)).get(id));
    }

    @Override
    public Map<EntryId, StoredEntry> entries(Collection<EntryId> ids) {
        return reader.entries(ids);
    }

    @Override
    public Set<EntryId> passing(Collection<EntryId> ids, Filter filter) {
        return reader.passing(ids, filter);
    }

    @Override
    public Map<EntryId, Long> answers(Collection<EntryId> ids) {
        return candidates.answers(ids);
    }

    @Override
    public Map<EntryId, List<byte[]>> tokens(String space, Collection<EntryId> ids) {
        return candidates.tokens(number(space), ids);
    }

    @Override
    public List<Heading> tableOfContents(String file) {
        return reader.tableOfContents(file);
    }

    @Override
    public Optional<EntryVectors> vectors(String space, EntryId id) {
        return reader.vectors(number(space), id);
    }

    @Override
    public void vectors(String space, BiConsumer<EntryId, EntryVectors> each) {
        reader.each(number(space), null, each);
    }

    @Override
    public List<Word> words(String text) {
        return searcher.attempt(() -> analysis.contentWords(text));
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public synchronized IndexSize indexSize() {
        if (indexSize == null) {
            indexSize = OpenSearchIndexSize.of(searcher);
        }
        return indexSize;
    }

    @Override
    public Map<String, Map<String, Integer>> counts(Collection<String> fields, Filter filter) {
        return OpenSearchFacetCounts.of(searcher,
                ClusterSearcher.allOf(searcher.passing(filter)),
                fields);
    }

    @Override
    public List<QuestionCompletion> questionCompletions(String words, boolean mistyped, int k) {
        return new OpenSearchCompletions(searcher).of(words, mistyped, k);
    }

    @Override
    public Highlighter highlighter(String query) {
        Set<String> terms = analysis.marked(query);
        return text -> analysis.spans(terms, text);
    }

    @Override
    public boolean isCurrent() {
        return searcher.attempt(() -> PublishedState.read(searcher.cluster(), address))
                .filter(searcher.published()::equals).isPresent();
    }

    @Override
    public OpenSearchBackend latest() {
        return open(address, access, exactness);
    }

    @Override
    public void close() {
        searcher.cluster().close();
    }
}
