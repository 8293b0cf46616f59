package dev.qorpus.web.cli.option;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import dev.qorpus.search.query.FieldCondition;
import dev.qorpus.search.query.Query;

/** The option for filters. */
public final class FilterOption {

    @Option(names = "--filter", paramLabel = "FIELD=VALUE", description = "Only entries with that value; repeat for more (same field: either, other field: both). Also FIELD!=VALUE, and > >= < <=.")
    List<String> filters = new ArrayList<>();

    /** What the options ask for. */
    public List<FieldCondition> conditions() {
        return Query.filters(filters);
    }
}
