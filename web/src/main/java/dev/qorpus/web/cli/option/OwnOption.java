package dev.qorpus.web.cli.option;

import picocli.CommandLine.Option;

/** The option against a running server, which the launcher would ask first. */
public final class OwnOption {

    @Option(names = "--own", description = "Open the index, even if a running server has it open.")
    public boolean own;
}
