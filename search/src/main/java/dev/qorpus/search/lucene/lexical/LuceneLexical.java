package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.QueryTerm;
import dev.qorpus.search.backend.lookup.ScoredEntry;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.lucene.segment.FilterQueries;
import dev.qorpus.search.lucene.segment.SearcherContext;

/** A lexical model over the text of parents. The query is the disjunction of the text's terms. */
public final class LuceneLexical implements LexicalLookup {

    private final SearcherContext context;
    private final TermWeighting weighting;
    private final Filter filter;
    private final List<QueryTerm> known = new ArrayList<>();
    private final List<WeightedTerm> terms;
    private final Query ranked;
    private List<TermPostings> postings = List.of();
    private @Nullable LexicalScan scan;

    /** @param terms of the query, in order of appearance */
    public LuceneLexical(SearcherContext context, TermWeighting weighting, List<WeightedTerm> terms, Filter filter) {
        this.context = context;
        this.weighting = weighting;
        this.filter = filter;
        this.terms = context.attempt(() -> lookUp(weighting.weighted(terms)));
        this.ranked = ranked();
    }

    private Query ranked() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.forEach(term -> query.add(query(term), BooleanClause.Occur.SHOULD));
        if (!filter.isEmpty()) {
            query.add(FilterQueries.parents(filter), BooleanClause.Occur.FILTER).setMinimumNumberShouldMatch(1);
        }
        return query.build();
    }

    private static Query query(WeightedTerm term) {
        Query query = new TermQuery(LuceneSchema.term(term));
        return term.weight() == 1 ? query : new BoostQuery(query, (float) term.weight());
    }

    @Override
    public List<QueryTerm> terms() {
        return known;
    }

    private List<WeightedTerm> lookUp(List<WeightedTerm> asked) throws IOException {
        CollectionStatistics statistics = context.searcher().collectionStatistics(LuceneSchema.TEXT);
        long entries = statistics == null ? 0 : statistics.docCount();
        postings = TermPostings.of(context, asked.stream().map(LuceneSchema::term).toList());
        List<Long> frequencies = postings.stream().map(term -> (long) term.documents()).toList();
        List<WeightedTerm> balanced = weighting.balanced(asked, frequencies, entries);
        known.addAll(weighting.known(balanced, frequencies, entries));
        return balanced;
    }

    private synchronized LexicalScan scan() throws IOException {
        if (scan == null) {
            scan = LexicalScan.of(context, terms, postings,
                    filter.isEmpty() ? null : context.weight(FilterQueries.parents(filter)));
        }
        return scan;
    }

    @Override
    public int total() {
        return context.attempt(() -> scan().total());
    }

    @Override
    public Map<String, Map<String, Integer>> counts(Collection<String> fields) {
        return context.attempt(
                () -> new LuceneFacetCounts(context)
                        .of(terms.isEmpty() ? new MatchNoDocsQuery("the text has no term") : ranked, fields));
    }

    @Override
    public List<ScoredEntry> top(int depth) {
        return context.attempt(() -> {
            List<ScoredEntry> top = new ArrayList<>();
            for (LexicalScan.Scored scored : scan().top(depth)) {
                top.add(new ScoredEntry(context.id(scored.doc()), scored.score()));
            }
            top.sort(ScoredEntry.BEST_FIRST);
            return top.size() > depth ? List.copyOf(top.subList(0, depth)) : top;
        });
    }

    @Override
    public Map<EntryId, Double> scores(Collection<EntryId> ids) {
        return context.attempt(() -> {
            LexicalScan all = scan();
            Map<EntryId, Double> scores = HashMap.newHashMap(ids.size());
            for (EntryId id : ids) {
                int parent = context.parent(id);
                if (parent != SearcherContext.ABSENT) {
                    scores.put(id, (double) all.score(parent));
                }
            }
            return scores;
        });
    }

    @Override
    public List<Integer> countAbove(List<Double> scores) {
        LexicalScan all = context.attempt(this::scan);
        return scores.stream().map(all::above).toList();
    }

    @Override
    public Map<EntryId, List<TermScore>> explain(Collection<EntryId> ids) {
        return context.attempt(() -> {
            Map<EntryId, List<TermScore>> explained = new HashMap<>();
            for (EntryId id : ids) {
                int parent = context.parent(id);
                explained.put(id, parent == SearcherContext.ABSENT ? List.of() : explain(parent));
            }
            return explained;
        });
    }

    private List<TermScore> explain(int parent) throws IOException {
        List<Double> scores = new ArrayList<>();
        for (WeightedTerm term : terms) {
            scores.add(score(weight(query(term)), parent));
        }
        return TermScore.byWord(known, scores);
    }

    private Weight weight(Query query) throws IOException {
        return context.searcher().createWeight(context.searcher().rewrite(query), ScoreMode.COMPLETE, 1);
    }

    private double score(Weight weight, int doc) throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        Scorer scorer = weight.scorer(leaf);
        return scorer != null && scorer.iterator().advance(doc - leaf.docBase) == doc - leaf.docBase
                ? scorer.score()
                : 0;
    }
}
