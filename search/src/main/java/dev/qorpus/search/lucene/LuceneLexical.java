package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.Filter;
import dev.qorpus.search.backend.LexicalLookup;
import dev.qorpus.search.backend.Scored;
import dev.qorpus.search.backend.TermScore;

/** A lexical model over the text of parents. The query is the disjunction of the text's terms. */
final class LuceneLexical implements LexicalLookup {

    /** Documents up to which all are scored at once: 250,000 floats are a megabyte, filled in a fraction of a millisecond. */
    private static final int SCANNED_UP_TO = 250_000;

    private final Snapshot snapshot;
    private final TermWeighting weighting;
    private final Filter filter;
    /** How often the query has each term, in order of appearance. */
    private final Map<String, Integer> terms;
    private final Query ranked;
    /** The most that each term can add to a score; empty until somebody asks. */
    private final Map<String, Double> most = new HashMap<>();
    private final Map<String, Long> frequencies = new HashMap<>();
    private @Nullable LexicalScan scan;

    /** @param terms how often the query has each term, in order of appearance */
    LuceneLexical(Snapshot snapshot, TermWeighting weighting, Map<String, Integer> terms, Filter filter) {
        this.snapshot = snapshot;
        this.weighting = weighting;
        this.filter = filter;
        this.terms = new LinkedHashMap<>();
        terms.forEach((term, count) -> this.terms.put(term, weighting.times(count)));
        this.ranked = ranked();
    }

    private Query ranked() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.forEach((term, count) -> query.add(weighted(term, count), BooleanClause.Occur.SHOULD));
        if (!filter.isEmpty()) {
            query.add(Snapshot.query(filter), BooleanClause.Occur.FILTER).setMinimumNumberShouldMatch(1);
        }
        return query.build();
    }

    private static Query weighted(String term, int count) {
        Query query = new TermQuery(new Term(LuceneSchema.TEXT, term));
        return count == 1 ? query : new BoostQuery(query, count);
    }

    @Override
    public double ceiling() {
        return snapshot.attempt(() -> ceiling(terms.keySet()));
    }

    @Override
    public double coverage() {
        return snapshot.attempt(() -> {
            List<String> known = new ArrayList<>();
            for (String term : terms.keySet()) {
                if (frequency(term) > 0) {
                    known.add(term);
                }
            }
            return known.isEmpty() ? 0 : ceiling(known) / ceiling(terms.keySet());
        });
    }

    private double ceiling(Collection<String> some) throws IOException {
        double sum = 0;
        for (String term : some) {
            sum += most(term) * terms.getOrDefault(term, 0);
        }
        return sum;
    }

    private synchronized long frequency(String term) throws IOException {
        Long known = frequencies.get(term);
        if (known == null) {
            known = (long) snapshot.searcher().getIndexReader().docFreq(new Term(LuceneSchema.TEXT, term));
            frequencies.put(term, known);
        }
        return known;
    }

    private synchronized double most(String term) throws IOException {
        Double known = most.get(term);
        if (known == null) {
            CollectionStatistics statistics = snapshot.searcher().collectionStatistics(LuceneSchema.TEXT);
            known = weighting.most(statistics == null ? 0 : statistics.docCount(), frequency(term));
            most.put(term, known);
        }
        return known;
    }

    /** Whether all entries are scored at once. */
    private boolean isSmall() {
        return snapshot.searcher().getIndexReader().maxDoc() <= SCANNED_UP_TO;
    }

    private synchronized LexicalScan scan() throws IOException {
        if (scan == null) {
            scan = LexicalScan.of(snapshot, terms, filter.isEmpty() ? null : snapshot.weight(Snapshot.query(filter)));
        }
        return scan;
    }

    @Override
    public int total() {
        return terms.isEmpty()
                ? 0
                : snapshot.attempt(() -> isSmall() ? scan().total() : snapshot.searcher().count(ranked));
    }

    @Override
    public Map<String, Map<String, Integer>> counts(Collection<String> fields) {
        return snapshot.attempt(
                () -> new FacetCounts(snapshot)
                        .of(terms.isEmpty() ? new MatchNoDocsQuery("the text has no term") : ranked, fields));
    }

    @Override
    public List<Scored> top(int depth) {
        if (terms.isEmpty()) {
            return List.of();
        }
        return snapshot.attempt(() -> {
            List<Scored> top = new ArrayList<>();
            if (isSmall()) {
                for (int doc : scan().top(depth)) {
                    top.add(new Scored(snapshot.id(doc), scan().score(doc)));
                }
            } else {
                for (ScoreDoc found : snapshot.searcher().search(ranked, depth).scoreDocs) {
                    top.add(new Scored(snapshot.id(found.doc), found.score));
                }
            }
            top.sort(Scored.BEST_FIRST);
            return top.size() > depth ? List.copyOf(top.subList(0, depth)) : top;
        });
    }

    @Override
    public Map<EntryId, Double> scores(Collection<EntryId> ids) {
        return snapshot.attempt(() -> {
            // In the order of documents, so that one scorer for each segment suffices.
            SortedMap<Integer, EntryId> parents = new TreeMap<>();
            for (EntryId id : ids) {
                int parent = snapshot.parent(id);
                if (parent != Snapshot.ABSENT) {
                    parents.put(parent, id);
                }
            }
            Map<EntryId, Double> scores = new HashMap<>();
            if (isSmall() && !terms.isEmpty()) {
                LexicalScan all = scan();
                parents.forEach((parent, id) -> scores.put(id, (double) all.score(parent)));
                return scores;
            }
            Weight weight = weight(ranked);
            for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
                Scorer scorer = terms.isEmpty() ? null : weight.scorer(leaf);
                var here = parents.subMap(leaf.docBase, leaf.docBase + leaf.reader().maxDoc());
                for (Map.Entry<Integer, EntryId> parent : here.entrySet()) {
                    scores.put(parent.getValue(), scoreAt(scorer, parent.getKey() - leaf.docBase));
                }
            }
            return scores;
        });
    }

    private static double scoreAt(@Nullable Scorer scorer, int doc) throws IOException {
        if (scorer == null) {
            return 0;
        }
        int at = scorer.docID() < doc ? scorer.iterator().advance(doc) : scorer.docID();
        return at == doc ? scorer.score() : 0;
    }

    @Override
    public List<Integer> countAbove(List<Double> scores) {
        if (terms.isEmpty()) {
            return scores.stream().map(score -> 0).toList();
        }
        if (isSmall()) {
            LexicalScan known = snapshot.attempt(this::scan);
            return scores.stream().map(known::above).toList();
        }
        double[] all = snapshot.attempt(() -> {
            List<Double> found = new ArrayList<>();
            Weight weight = weight(ranked);
            for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(leaf);
                for (int doc = scorer == null
                        ? DocIdSetIterator.NO_MORE_DOCS
                        : scorer.iterator().nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.iterator()
                                .nextDoc()) {
                    if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
                        found.add((double) scorer.score());
                    }
                }
            }
            return found.stream().mapToDouble(Double::doubleValue).toArray();
        });
        return scores.stream().map(score -> (int) Arrays.stream(all).filter(other -> other > score).count()).toList();
    }

    @Override
    public Map<EntryId, List<TermScore>> explain(Collection<EntryId> ids) {
        return snapshot.attempt(() -> {
            Map<EntryId, List<TermScore>> explained = new HashMap<>();
            for (EntryId id : ids) {
                int parent = snapshot.parent(id);
                explained.put(id, parent == Snapshot.ABSENT ? List.of() : explain(parent));
            }
            return explained;
        });
    }

    private List<TermScore> explain(int parent) throws IOException {
        List<TermScore> scores = new ArrayList<>();
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            double score = score(weight(weighted(term.getKey(), term.getValue())), parent);
            if (score > 0) {
                scores.add(new TermScore(term.getKey(), most(term.getKey()) * term.getValue(), score));
            }
        }
        return scores;
    }

    private Weight weight(Query query) throws IOException {
        return snapshot.searcher().createWeight(snapshot.searcher().rewrite(query), ScoreMode.COMPLETE, 1);
    }

    private double score(Weight weight, int doc) throws IOException {
        List<LeafReaderContext> leaves = snapshot.searcher().getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        return scoreAt(weight.scorer(leaf), doc - leaf.docBase);
    }
}
