package dev.qorpus.search.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.Highlighter;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.cache.EntryCache;
import dev.qorpus.search.cache.QueryVectorCache;
import dev.qorpus.search.pipeline.ListedAnswers.Listed;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Operator;
import dev.qorpus.search.query.ParsedQuestion;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QuestionReader;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.rerank.PairReading;
import dev.qorpus.search.rerank.Reranker;
import dev.qorpus.search.result.AlignedWord;
import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Missing;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.WordMatch;

/**
 * From a query to its results, stage by stage over one {@link QueryContext}: correct ({@link QuestionCorrection}), retrieve
 * ({@link CandidateRetrieval}), fuse ({@link CandidateFusion}), calibrate ({@link Confidence}), assemble
 * ({@link HitAssembler}).
 */
public final class QueryPipeline {

    private final Backend backend;
    private final Models models;
    private final SearchSettings settings;
    private final EntryCache entries;
    private final TextAnalysis analysis;
    private final QuestionCorrection correction;
    private final CandidateRetrieval retrieval;
    private final @Nullable Reranker reranker;

    /**
     * @param entries those that were shown lately
     * @param questions the vectors of those that were asked lately
     * @param reranker of the best candidates; {@code null} without one
     */
    public QueryPipeline(Backend backend, Models models, SearchSettings settings, EntryCache entries,
            QueryVectorCache questions, @Nullable Reranker reranker) {
        this.backend = backend;
        this.models = models;
        this.settings = settings;
        this.entries = entries;
        this.analysis = backend.manifest().textAnalysis();
        this.correction = new QuestionCorrection(backend, models, settings.lexicalWeight(), questions);
        this.retrieval = new CandidateRetrieval(backend, models, settings, entries);
        this.reranker = reranker;
    }

    /** The answer to a query. */
    public Results answer(Query query) {
        return run(begin(query));
    }

    /** The same, with the values that it could be narrowed by counted. */
    public FacetedResults faceted(Query query) {
        QueryContext context = begin(query);
        // The question is being embedded meanwhile.
        Facets facets = new FacetCounter(backend).count(context, this::kept);
        return new FacetedResults(run(context), facets);
    }

    private QueryContext begin(Query query) {
        QueryContext context = correction.begin(query);
        // A cross-encoder that does not know the language of the question says nothing about it.
        return reranker != null && LanguageTrust.of(reranker.languages(), backend.manifest())
                .in(context.parsed().text()) >= RankingConstants.RERANK_TRUST
                        ? context.withReading(reranker.begin(context.question().text()))
                        : context;
    }

    /** The answer to a query whose vector in a space is known already. */
    public Results answer(Query query, String space, Embedding embedding) {
        return run(correction.begin(query, space, embedding));
    }

    /** The highlighter of a question, the same as that of its hits. */
    public Highlighter highlighter(String question) {
        Query query = Query.of(question, Mode.LEXICAL);
        ParsedQuestion parsed = new QuestionReader(backend.manifest()).read(query);
        String space = new SpaceChoice(backend.manifest()).ofQuestion(parsed.text());
        return backend.highlighter(correction.correct(query, parsed, space).asked().all());
    }

    /** For each content word of a question the nearest word of an entry, where they can be compared token by token. */
    public List<AlignedWord> alignment(String question, StoredEntry entry) {
        QueryContext context = correction.begin(Query.of(question, Mode.HYBRID));
        RetrievalResult retrieved = retrieval.ranked(context).retrieved();
        return HitAlignment.of(context, retrieved, backend, models, List.of(entry.entry().id())).of(entry);
    }

    private static List<String> notes(QueryContext context, List<Hit> hits) {
        return Stream.concat(notes(context.parsed(), hits).stream(),
                context.reading().flatMap(PairReading::note).stream()).toList();
    }

    private static List<String> notes(ParsedQuestion parsed, List<Hit> hits) {
        if (!hits.isEmpty() || parsed.operators().isEmpty() || !parsed.notes().isEmpty()) {
            return parsed.notes();
        }
        return List.of("No entry satisfies " + parsed.operators().stream().map(Operator::label)
                .collect(Collectors.joining(" and ")) + ". Ask without, or as plain text.");
    }

    private Results run(QueryContext context) {
        Query query = context.query();
        RankedAnswers ranked = retrieval.ranked(context);
        // A list that is not cut is read together with the first entry, which tells where it would be: in one request.
        boolean isWhole = query.listing().cut() == Cut.ALL;
        HitContents sure = contents(context, ranked, isWhole ? ranked.page(query) : List.of());
        ListedAnswers listed = listed(context, ranked, sure);
        List<Listed> page = listed.page();
        HitContents contents = isWhole
                ? sure
                : contents(context, ranked, page.stream().map(Listed::entries).toList());
        RetrievalResult retrieved = ranked.retrieved();
        List<Hit> hits = new HitAssembler(context, retrieved,
                backend.highlighter(context.question().asked().all()), alignment(context, retrieved, page))
                .assemble(page, contents);
        // The first entry may be one that is passed over.
        boolean answered = listed.isConfident()
                && sure.entry(ranked.first().getFirst()).filter(first -> first.entry().answered()).isPresent();
        context.timer().end(Stage.HITS);
        return new Results(query.text(), context.question().corrections(), context.parsed().operators(),
                notes(context, hits), query.mode(), context.mode().space(),
                context.timer().totalMillis(), listed.total(), answered, listed.confidence(),
                new Missing(listed.words().named(), listed.words().missing()), hits, listed.counts(),
                retrieved.isFallback(), context.timer().timings());
    }

    private HitContents contents(QueryContext context, RankedAnswers ranked, List<List<EntryId>> hits) {
        return HitContents.read(ranked.retrieved().evidence(), entries, hits, ranked.first().stream().limit(1).toList(),
                context.query().explain());
    }

    private HitAlignment alignment(QueryContext context, RetrievalResult retrieved, List<Listed> page) {
        return context.query().explain()
                ? HitAlignment.of(context, retrieved, backend, models,
                        page.stream().map(hit -> hit.entries().getFirst()).toList())
                : HitAlignment.NONE;
    }

    /** @param contents of the first entry at least */
    private ListedAnswers listed(QueryContext context, RankedAnswers ranked, HitContents contents) {
        WordMatch words = ranked.first().stream().findFirst().flatMap(contents::entry)
                .map(first -> WordMatch.of(analysis, context.question(),
                        ranked.retrieved().shares().getFirst().evidence().terms(), first.entry()))
                .orElse(WordMatch.WHOLE);
        return ListedAnswers.of(context, ranked, new Confidence(settings.lexicalWeight(),
                backend.manifest().background(context.mode().space())), words);
    }

    /** The entries that the cut leaves, the stored ones. */
    private Collection<StoredEntry> kept(QueryContext context) {
        RankedAnswers ranked = retrieval.ranked(context);
        return entries.of(listed(context, ranked, contents(context, ranked, List.of())).entries(),
                unread -> backend.entries(List.copyOf(unread))).values();
    }
}
