package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.evidence.EvidenceRequest;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.cache.EntryCache;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.retrieve.DenseRetriever;
import dev.qorpus.search.retrieve.LexicalRetriever;
import dev.qorpus.search.retrieve.Retriever;
import dev.qorpus.search.retrieve.RetrieverKind;
import dev.qorpus.search.share.EntryPriors;
import dev.qorpus.search.share.RetrieverShares;
import dev.qorpus.search.share.ScaledShares;

/**
 * The stage that asks the index, in one request, for the evidence of all retrievers, and then has the best candidates
 * compared more closely.
 *
 * @param backend the index
 * @param settings of ranking
 * @param tokens compares token by token
 * @param pairs reads question and entry together
 */
record CandidateRetrieval(Backend backend, SearchSettings settings, TokenComparison tokens, PairComparison pairs) {

    /** Where many entries have the same answer, more candidates are looked at, this many at most. */
    private static final int MOST_CANDIDATES = 4_000;
    private static final int DEEPER = 4;

    CandidateRetrieval(Backend backend, Models models, SearchSettings settings, EntryCache entries) {
        this(backend, settings, new TokenComparison(backend, models), new PairComparison(backend, entries));
    }

    /**
     * The candidates in order, as many as the query ranks hits.
     *
     * @throws ModelException if the model cannot be loaded or run, and words do not count
     */
    RankedAnswers ranked(QueryContext context) {
        int depth = depth(context);
        RankedAnswers ranked = RankedAnswers.of(retrieve(context, depth), depth);
        while (ranked.isShort(context.query(), depth) && depth < MOST_CANDIDATES) {
            depth = Math.min(MOST_CANDIDATES, DEEPER * depth);
            ranked = RankedAnswers.of(retrieve(context, depth), depth);
        }
        return ranked;
    }

    private RetrievalResult retrieve(QueryContext context, int depth) {
        Mode mode = context.mode();
        List<Retriever> retrievers = retrievers(context);
        Evidence evidence = backend.gather(new EvidenceRequest(retrievers.stream().map(Retriever::probe).toList(),
                context.filter(), depth, mode.fusion().countsRanks(),
                mode.fusion().usesPriors() && hasSectionsAmongOthers()));
        boolean complete = evidence.probes().size() == retrievers.size();
        context.timer().end(evidence.probes().size() == 1 ? Stage.WORDS : Stage.VECTORS);
        Mode run = complete ? mode : Mode.of(Mode.LEXICAL, backend.manifest(), settings.lexicalWeight());
        EntryPriors priors = new EntryPriors(evidence.sections());
        RetrievalResult retrieved = new RetrievalResult(run, evidence, priors, shares(retrievers, evidence, priors),
                total(run, retrievers, evidence), Optional.empty(),
                !complete && mode.uses(RetrieverKind.DENSE));
        if (!complete) {
            return retrieved;
        }
        RetrievalResult compared = pairs.add(context, tokens.add(context, retrieved, depth), depth);
        context.timer().end(Stage.RERANKING);
        return compared;
    }

    private boolean hasSectionsAmongOthers() {
        IndexManifest manifest = backend.manifest();
        int sections = manifest.content().count(EntryKind.SECTION);
        return sections > 0 && sections < manifest.counts().entries();
    }

    /** Words come first: they are looked up while the question is being embedded. */
    private List<Retriever> retrievers(QueryContext context) {
        Mode mode = context.mode();
        List<Retriever> retrievers = new ArrayList<>();
        retrievers.add(new LexicalRetriever(mode.words(), context.question().asked(),
                mode.uses(RetrieverKind.LEXICAL)));
        if (!QueryContext.isLexicalOnly(context.query(), mode)) {
            retrievers.add(new DenseRetriever(mode.space(), vector(context),
                    backend.manifest().background(mode.space()), mode.uses(RetrieverKind.DENSE)));
        }
        return retrievers;
    }

    /** The question's vector; nothing if there is no model and words can answer alone. */
    private static Supplier<Optional<float[]>> vector(QueryContext context) {
        return () -> {
            context.timer().end(Stage.WORDS);
            try {
                return Optional.of(context.embedding().get().vector());
            } catch (ModelException e) {
                if (!context.mode().uses(RetrieverKind.LEXICAL)) {
                    throw e;
                }
                return Optional.empty();
            } finally {
                context.timer().end(Stage.EMBEDDING);
            }
        };
    }

    /** How many of each retriever's best are candidates. */
    int depth(QueryContext context) {
        int end = context.query().end();
        int least = Math.max(end, RankingConstants.COMPETING);
        if (QueryContext.isLexicalOnly(context.query(), context.mode())) {
            return least;
        }
        // Where ranks count, a deeper look may change the first places: then every page has to look as deep.
        int wanted = context.mode().fusion().countsRanks()
                ? settings.depth()
                : RankingConstants.CANDIDATES_PER_HIT * end;
        return Math.max(least, Math.min(settings.depth(), wanted));
    }

    private static List<RetrieverShares> shares(List<Retriever> retrievers, Evidence evidence, EntryPriors priors) {
        List<ProbeEvidence> probes = evidence.probes();
        // The last probe counts all entries that pass the filter, unless words are all there is.
        int entries = evidence.total(probes.size() - 1);
        List<RetrieverShares> shares = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            shares.add(ScaledShares.of(retrievers.get(i), probes.get(i), priors, entries));
        }
        return shares;
    }

    private static int total(Mode mode, List<Retriever> retrievers, Evidence evidence) {
        int counted = 0;
        for (int i = 0; i < evidence.probes().size(); i++) {
            counted = mode.uses(retrievers.get(i).kind()) ? i : counted;
        }
        return evidence.total(counted);
    }
}
