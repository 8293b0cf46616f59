package dev.qorpus.search.pipeline;

import java.util.Optional;

import dev.qorpus.models.Embedding;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.ParsedQuestion;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.rerank.PairReading;
import dev.qorpus.search.retrieve.CorrectedQuestion;
import dev.qorpus.search.retrieve.RetrieverKind;
import dev.qorpus.search.task.Deferred;

/**
 * A question on its way through the pipeline.
 *
 * @param query as asked, and found to be in order
 * @param mode what it runs
 * @param parsed the text of the question and its operators
 * @param filter which entries count
 * @param question in the index's words
 * @param embedding of the question, being computed
 * @param reading of the best candidates with a cross-encoder, where there is one
 * @param timer of its stages
 */
record QueryContext(Query query, Mode mode, ParsedQuestion parsed, Filter filter, CorrectedQuestion question,
        Deferred<Embedding> embedding, Optional<PairReading> reading, StageTimer timer) {

    /** The same question of other entries. */
    QueryContext withFilter(Filter other) {
        return new QueryContext(query, mode, parsed, other, question, embedding, reading, timer);
    }

    /** The same question, with a cross-encoder that reads the best candidates. */
    QueryContext withReading(PairReading other) {
        return new QueryContext(query, mode, parsed, filter, question, embedding, Optional.of(other), timer);
    }

    /** Whether only words are compared. Vectors are compared in lexical mode too if an explanation is asked for. */
    static boolean isLexicalOnly(Query query, Mode mode) {
        return !mode.uses(RetrieverKind.DENSE) && !query.explain();
    }
}
