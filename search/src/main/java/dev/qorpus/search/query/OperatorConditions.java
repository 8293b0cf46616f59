package dev.qorpus.search.query;

import java.util.List;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.lookup.Condition;

/** Turns operators into conditions on the terms of an index. */
final class OperatorConditions {

    private final FieldValues values;
    private final TextAnalysis analysis;

    OperatorConditions(IndexManifest manifest) {
        this.values = new FieldValues(manifest);
        this.analysis = manifest.textAnalysis();
    }

    /** The condition of an operator. */
    Condition of(Operator operator) {
        FieldCondition field = operator.field();
        if (field != null) {
            return new Condition.Values(field.field(), values.matching(field),
                    operator.excludes() != (field.comparison() == ValueComparison.NOT_EQUAL));
        }
        return switch (operator.kind()) {
            case WORD -> word(operator);
            default -> phrase(operator);
        };
    }

    /** A word in any of its forms. A function word has none but as it is written. */
    private Condition word(Operator operator) {
        List<List<String>> stems = operator.excludes()
                ? analysis.phrase(operator.text())
                : analysis.phraseOrPart(operator.text());
        return stems.isEmpty() ? phrase(operator) : new Condition.Words(stems, false, operator.excludes());
    }

    /** Words as they are written. Texts without blanks are cut into words by the analysis of their language only. */
    private Condition phrase(Operator operator) {
        List<List<String>> written = analysis.writtenPhrase(operator.text());
        return written.isEmpty()
                ? new Condition.Words(analysis.phrase(operator.text()), false, operator.excludes())
                : new Condition.Words(written, true, operator.excludes());
    }
}
