package dev.qorpus.search.pipeline;

import dev.qorpus.models.Embedding;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.ParsedQuestion;
import dev.qorpus.search.query.Query;
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
 * @param timer of its stages
 */
record QueryContext(Query query, Mode mode, ParsedQuestion parsed, Filter filter, CorrectedQuestion question,
        Deferred<Embedding> embedding, StageTimer timer) {

    /** The same question of other entries. */
    QueryContext withFilter(Filter other) {
        return new QueryContext(query, mode, parsed, other, question, embedding, timer);
    }

    /** Whether only words are compared. Vectors are compared in lexical mode too if an explanation is asked for. */
    static boolean isLexicalOnly(Query query, Mode mode) {
        return !mode.uses(RetrieverKind.DENSE) && !query.explain();
    }
}
