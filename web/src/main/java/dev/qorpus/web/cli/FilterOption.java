package dev.qorpus.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Option;

import dev.qorpus.search.Query;

/** The option that narrows a search. */
final class FilterOption {

    @Option(names = "--filter", paramLabel = "FIELD=VALUE", description = "Only entries with that value; repeat for more (same field: either, other field: both).")
    List<String> filters = new ArrayList<>();

    Map<String, List<String>> byField() {
        return Query.filters(filters);
    }
}
