package dev.qorpus.web.cli;

import picocli.CommandLine.Option;

import dev.qorpus.search.Query;

/** The option that says how many hits to show. */
final class HitsOption {

    @Option(names = "-k", paramLabel = "N", description = "How many hits (default: ${DEFAULT-VALUE}).")
    String k = Integer.toString(Query.DEFAULT_K);

    int k() {
        return Query.parseK(k);
    }
}
