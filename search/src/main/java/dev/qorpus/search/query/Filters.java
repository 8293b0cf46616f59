package dev.qorpus.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.lookup.Condition;
import dev.qorpus.search.backend.lookup.Filter;

/** Turns filters and operators into the filter of the port, and validates filters against the index. */
public record Filters(IndexManifest manifest) {

    private static final int SHOWN = 12;

    /**
     * The filter for the port. Values of one field that are asked for by filters are alternatives; each operator must be
     * satisfied.
     *
     * @throws QueryException if a filter has a field or a value that is not in the index, naming those that are
     */
    public Filter of(List<FieldCondition> filters, ParsedQuestion question) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        List<Condition> conditions = new ArrayList<>();
        for (FieldCondition filter : filters) {
            Condition.Values values = checked(filter);
            if (filter.comparison() == ValueComparison.EQUAL) {
                allowed.computeIfAbsent(filter.field(), field -> new LinkedHashSet<>()).addAll(values.values());
            } else {
                conditions.add(values);
            }
        }
        if (!question.operators().isEmpty()) {
            OperatorConditions understood = new OperatorConditions(manifest);
            question.operators().forEach(operator -> conditions.add(understood.of(operator)));
        }
        if (!Query.hasWord(question.text())) {
            // A row of signs asks for nothing.
            conditions.add(new Condition.Values(FilterFields.KIND, Set.of(), false));
        }
        return new Filter(allowed, conditions);
    }

    private Condition.Values checked(FieldCondition filter) {
        Set<String> known = manifest.valuesOf(filter.field()).keySet();
        if (known.isEmpty()) {
            throw new QueryException("filter field '" + filter.field() + "' is unknown; allowed are "
                    + String.join(", ", manifest.values().keySet()));
        }
        Set<String> values = new FieldValues(manifest).matching(filter);
        if (values.isEmpty() && filter.comparison() == ValueComparison.EQUAL) {
            throw new QueryException("filter value '" + filter.value() + "' is unknown for " + filter.field()
                    + "; allowed are " + shown(known));
        }
        return new Condition.Values(filter.field(), values, filter.comparison() == ValueComparison.NOT_EQUAL);
    }

    /** What the asker has to know of operators that no entry satisfies, or none does not. */
    public List<String> notes(List<Operator> operators) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (Operator operator : operators) {
            FieldCondition field = operator.field();
            if (field != null && new FieldValues(manifest).matching(field).isEmpty()) {
                Set<String> known = manifest.valuesOf(field.field()).keySet();
                notes.put(operator.label(), "No entry has " + operator.label().replaceFirst("^-", "")
                        + (known.isEmpty() ? "." : "; the values of " + field.field() + " are " + shown(known) + "."));
            }
        }
        return List.copyOf(notes.values());
    }

    private static String shown(Set<String> known) {
        String first = String.join(", ", known.stream().limit(SHOWN).toList());
        return known.size() > SHOWN ? first + " and " + (known.size() - SHOWN) + " more" : first;
    }
}
