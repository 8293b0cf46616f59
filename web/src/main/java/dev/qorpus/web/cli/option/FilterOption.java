package dev.qorpus.web.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Option;

import dev.qorpus.search.query.Query;

/** The option for filters. */
public final class FilterOption {

    @Option(names = "--filter", paramLabel = "FIELD=VALUE", description = "Only entries with that value; repeat for more (same field: either, other field: both).")
    List<String> filters = new ArrayList<>();

    public Map<String, List<String>> byField() {
        return Query.filters(filters);
    }
}
