package dev.qorpus.web.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Option;

import dev.qorpus.search.QueryException;

/** The option that narrows a search. */
final class FilterOption {

    @Option(names = "--filter", paramLabel = "FIELD=VALUE", description = "Only entries with that value; repeat for more (same field: either, other field: both).")
    List<String> filters = new ArrayList<>();

    Map<String, List<String>> byField() {
        Map<String, List<String>> byField = new LinkedHashMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw new QueryException("filter is '" + filter + "'; allowed is FIELD=VALUE");
            }
            byField.computeIfAbsent(filter.substring(0, equals), field -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        return byField;
    }
}
