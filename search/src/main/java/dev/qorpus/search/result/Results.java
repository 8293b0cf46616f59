package dev.qorpus.search.result;

import java.util.List;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.query.Operator;
import dev.qorpus.search.retrieve.Correction;

/**
 * The answer to a query.
 *
 * @param query the question as asked
 * @param corrections words that were searched for as the index writes them
 * @param operators what the question demanded or excluded
 * @param notes what the asker has to know of how the question was understood, one sentence each
 * @param mode name of the mode
 * @param model whose vectors were compared
 * @param tookMillis time for all of it, embedding included
 * @param total how many entries the filter lets pass, the mode has evidence for, and the cut leaves
 * @param answered whether something here is likely to answer, and has an answer
 * @param confidence how likely the first hit is the right one, from 0 to 1
 * @param missing what the first hit lacks of the question's words
 * @param hits best first
 * @param groups how many hits there are in each group, whatever the cut leaves
 * @param lexicalOnly whether only words were compared, though vectors were to be: the model cannot be loaded or run
 * @param stages where the time went
 */
public record Results(String query, List<Correction> corrections, List<Operator> operators,
        List<String> notes, String mode, String model, double tookMillis,
        int total, boolean answered,
        double confidence, Missing missing, List<Hit> hits, GroupCounts groups, boolean lexicalOnly,
        StageTimings stages) {

    /**
     * These results, if all was compared that was to be.
     *
     * @throws ModelException if only words were
     */
    public Results whole() {
        if (lexicalOnly) {
            throw new ModelException(model,
                    "cannot be loaded or run; run 'qorpus doctor' to see what this machine lacks");
        }
        return this;
    }

    /** The same with other hits. */
    public Results withHits(List<Hit> others, int ofTotal) {
        return new Results(query, corrections, operators, notes, mode, model, tookMillis, ofTotal, answered, confidence,
                missing, others, groups, lexicalOnly, stages);
    }

    /** Whether the first hit is likely to be the right one, answered or not. */
    public boolean confident() {
        return confidence >= RankingConstants.ANSWERED;
    }
}
