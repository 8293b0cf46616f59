package dev.qorpus.web.cli.option;

import picocli.CommandLine.Option;

import dev.qorpus.search.query.Query;

/** The option for the number of hits. */
public final class HitsOption {

    @Option(names = "-k", paramLabel = "N", description = "How many hits (default: ${DEFAULT-VALUE}).")
    String k = Integer.toString(Query.DEFAULT_K);

    public int k() {
        return Query.parseK(k);
    }
}
