package dev.qorpus.web.cli;

import picocli.CommandLine.Option;

/** The option that every command on an index has. */
final class IndexOption {

    @Option(names = "--index", paramLabel = "ADDRESS", defaultValue = "${env:QORPUS_INDEX:-.qorpus}", description = "Folder of the index, or opensearch:http://HOST:9200/NAME (default: QORPUS_INDEX, or .qorpus).")
    String address = ".qorpus";

    IndexAddress index() {
        return new IndexAddress(address);
    }
}
