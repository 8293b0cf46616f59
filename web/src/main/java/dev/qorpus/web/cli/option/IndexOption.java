package dev.qorpus.web.cli.option;

import picocli.CommandLine.Option;

import dev.qorpus.web.assembly.IndexAddress;

/** The option for the address of the index. */
public final class IndexOption {

    @Option(names = "--index", paramLabel = "ADDRESS", defaultValue = "${env:QORPUS_INDEX:-.qorpus}", description = "Folder of the index, or opensearch:http://HOST:9200/NAME (default: QORPUS_INDEX, or .qorpus).")
    public String address = ".qorpus";

    public IndexAddress index() {
        return new IndexAddress(address);
    }
}
