package dev.qorpus.search.lucene.segment;

import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.lookup.Condition;
import dev.qorpus.search.backend.lookup.Filter;

/** Filters as queries. The values of fields are on all documents of an entry, its words on the parent only. */
public final class FilterQueries {

    private static final Query PARENTS = new TermQuery(new Term(LuceneSchema.KIND, LuceneSchema.PARENT));
    private static final QueryBitSetProducer PARENT_BITS = new QueryBitSetProducer(PARENTS);

    private FilterQueries() {}

    /** The parents that pass a filter. */
    public static Query parents(Filter filter) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(PARENTS, Occur.FILTER);
        filter.values().forEach(values -> add(query, values(values), values));
        filter.words().forEach(words -> add(query, words(words), words));
        return query.build();
    }

    /** The children whose parents pass a filter. */
    public static Query children(Filter filter) {
        if (!filter.words().isEmpty()) {
            return new ToChildBlockJoinQuery(new ConstantScoreQuery(parents(filter)), PARENT_BITS);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(PARENTS, Occur.MUST_NOT);
        filter.values().forEach(values -> add(query, values(values), values));
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, Query found, Condition condition) {
        query.add(found, condition.excludes() ? Occur.MUST_NOT : Occur.FILTER);
    }

    private static Query values(Condition.Values condition) {
        return new TermInSetQuery(LuceneSchema.filter(condition.field()),
                condition.values().stream().map(BytesRef::new).toList());
    }

    private static Query words(Condition.Words condition) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (List<String> forms : condition.words()) {
            phrase.add(forms.stream().map(form -> LuceneSchema.term(form, condition.asWritten()))
                    .toArray(Term[]::new));
        }
        return phrase.build();
    }
}
